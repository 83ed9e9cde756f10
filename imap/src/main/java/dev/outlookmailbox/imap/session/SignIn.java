package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.wire.Dialer;
import dev.outlookmailbox.imap.wire.Response;
import dev.outlookmailbox.imap.wire.Watchdog;
import java.io.IOException;
import java.time.Duration;

/**
 * From nothing to a connection that is signed in and proven, in at most four commands after TLS: CAPABILITY, AUTHENTICATE,
 * CAPABILITY again, EXAMINE INBOX. The last one matters: Exchange says OK to a token and may only then tell, at the first
 * folder, that the "User is authenticated but not connected". Thread-safe.
 */
final class SignIn {

    static final String INBOX = "INBOX";
    private static final String NOT_CONNECTED = "authenticated but not connected";

    private final Dialer dialer;
    private final String user;
    private final Duration limit;

    /** @param limit from the greeting to the proof of the mailbox, however lively the server is */
    SignIn(Dialer dialer, String user, Duration limit) {
        this.limit = limit;
        this.dialer = dialer;
        this.user = user;
    }

    /**
     * One attempt.
     *
     * @throws TokenRefusedException if another token may help
     * @throws NotConnectedException if the mailbox behind the token cannot be reached
     * @throws OutlookException for everything else
     */
    ImapConnection open(AccessToken token) throws TokenRefusedException, NotConnectedException {
        ImapConnection connection = new ImapConnection(dialer.dial());
        boolean open = false;
        try (Watchdog.Watch watch = connection.wire().watch(limit)) {
            converse(connection, token, watch);
            open = true;
            return connection;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    private void converse(ImapConnection connection, AccessToken token, Watchdog.Watch watch)
            throws TokenRefusedException, NotConnectedException {
        try {
            greet(connection);
            if (dialer.server().security() == ServerAddress.Security.STARTTLS) {
                startTls(connection);
            }
            askCapabilities(connection);
            new Authentication(connection, dialer.server(), user, token).run();
            askCapabilities(connection);
            prove(connection);
        } catch (OutlookException e) {
            throw watch.expired() ? tooSlow() : e;
        }
    }

    private static void greet(ImapConnection connection) {
        Response greeting = connection.readResponse();
        if (greeting.status() != Response.Status.OK) {
            throw new ProtocolViolationException(
                    Layer.IMAP, "greeting: " + greeting.status() + " " + greeting.text(), null, null);
        }
        greeting.code("CAPABILITY").map(Capabilities::parse).ifPresent(connection::learn);
    }

    private void startTls(ImapConnection connection) {
        askCapabilities(connection);
        if (!connection.can("STARTTLS")) {
            throw tlsRequired("offers no STARTTLS");
        }
        Completion answer = connection.execute("STARTTLS");
        if (!answer.isOk()) {
            throw tlsRequired("refused STARTTLS: " + answer.text());
        }
        refuseInjection(connection);
        connection.continueOn(dialer.upgrade(connection.wire()));
        connection.learn(Capabilities.UNKNOWN);
    }

    private static void refuseInjection(ImapConnection connection) {
        try {
            if (connection.wire().hasUnreadInput()) {
                throw new ProtocolViolationException(
                        Layer.IMAP, "more than one answer to STARTTLS, as when somebody injects text", null, null);
            }
        } catch (IOException e) {
            throw Breakdown.of(connection.goodbye(), false, e);
        }
    }

    private OutlookException tooSlow() {
        return OutlookException.of(
                Layer.IMAP,
                Diagnosis.of(
                        Reason.NETWORK,
                        Actor.NOBODY,
                        true,
                        "The sign-in to " + dialer.server() + " was not done within " + limit
                                + "; try again, or allow it more time by Timeouts."));
    }

    private OutlookException tlsRequired(String what) {
        return OutlookException.of(
                Layer.IMAP,
                Diagnosis.of(
                        Reason.TLS_REQUIRED,
                        Actor.OPERATOR,
                        false,
                        "The server " + dialer.server() + " " + what + ", and this library never signs in without TLS;"
                                + " check the port, or whether something on the way strips TLS."));
    }

    private static void askCapabilities(ImapConnection connection) {
        if (connection.capabilities().isKnown()) {
            return;
        }
        connection
                .execute("CAPABILITY", response -> {
                    if (response.name().equals("CAPABILITY")) {
                        connection.learn(Capabilities.parse(response.tokens().rest()));
                    }
                })
                .orThrow();
    }

    private static void prove(ImapConnection connection) throws NotConnectedException {
        try {
            OpenFolder.open(connection, INBOX, false);
        } catch (OutlookException e) {
            if (e.diagnosis().serverText().contains(NOT_CONNECTED)) {
                throw new NotConnectedException(e);
            }
            throw e;
        }
    }
}
