package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.sasl.XOAuth2;
import dev.outlookmailbox.imap.wire.Response;
import java.util.EnumSet;
import java.util.Set;

/** AUTHENTICATE XOAUTH2 (RFC 3501 section 6.2.2, RFC 4959) and nothing else: a token is never sent as a password. */
final class Authentication {

    /** Refusals that say nothing about the token. */
    private static final Set<Reason> NOT_THE_TOKEN = EnumSet.of(
            Reason.THROTTLED,
            Reason.TOO_MANY_CONNECTIONS,
            Reason.TRANSIENT_SERVER,
            Reason.NETWORK,
            Reason.PROTOCOL_DISABLED,
            Reason.LICENSE_OR_MAILBOX_MISSING);

    /** One that asks for the response, and one with the error. */
    private static final int MOST_CONTINUATIONS = 2;

    private final ImapConnection connection;
    private final ServerAddress server;
    private final String user;
    private final AccessToken token;
    private String challenge = "";

    Authentication(ImapConnection connection, ServerAddress server, String user, AccessToken token) {
        this.connection = connection;
        this.server = server;
        this.user = user;
        this.token = token;
    }

    void run() throws TokenRefusedException {
        if (!connection.can("AUTH=" + XOAuth2.MECHANISM)) {
            throw notOffered();
        }
        String response = XOAuth2.initialResponse(user, token);
        connection.hide(response, token.value());
        Response answer = converse(response);
        if (answer.status() != Response.Status.OK) {
            throw refused(answer);
        }
        connection.learn(answer.code("CAPABILITY").map(Capabilities::parse).orElse(Capabilities.UNKNOWN));
    }

    /** The server may ask for the response first (no SASL-IR), and may send the error as a challenge before it says NO. */
    private Response converse(String response) {
        boolean inOneLine = connection.can("SASL-IR");
        String command = "AUTHENTICATE " + XOAuth2.MECHANISM;
        String tag = connection.send(inOneLine ? command + " " + response : command, command);
        boolean sent = inOneLine;
        int continuations = 0;
        while (true) {
            Response answer = connection.readResponse();
            if (answer.isTagged(tag)) {
                return answer;
            }
            if (answer.kind() == Response.Kind.CONTINUATION) {
                if (++continuations > MOST_CONTINUATIONS) {
                    throw new ProtocolViolationException(
                            Layer.IMAP, "one continuation after another to AUTHENTICATE", null, null);
                }
                if (sent) {
                    challenge = XOAuth2.challengeText(answer.text());
                }
                connection.write(sent ? "" : response);
                sent = true;
            }
        }
    }

    private OutlookException notOffered() {
        return OutlookException.of(
                Layer.IMAP,
                Diagnosis.of(
                                Reason.PROTOCOL_DISABLED,
                                Actor.ADMIN,
                                false,
                                "The server " + server
                                        + " offers no sign-in by OAuth (AUTH=XOAUTH2), so no token was sent."
                                        + " Check the IMAP host; if it is right, its administrator must allow OAuth for IMAP.")
                        .withServerText(
                                String.join(" ", connection.capabilities().names())));
    }

    private TokenRefusedException refused(Response answer) throws OutlookException {
        String said = connection.withoutSecrets(answer.status() + " " + answer.text());
        Diagnosis diagnosis = Diagnosis.of(Layer.IMAP, said);
        if (!challenge.isEmpty()) {
            diagnosis = diagnosis.withServerText(said + " (challenge: " + connection.withoutSecrets(challenge) + ")");
        }
        OutlookException failure = OutlookException.of(Layer.IMAP, named(diagnosis));
        if (NOT_THE_TOKEN.contains(diagnosis.reason())) {
            throw failure;
        }
        return new TokenRefusedException(failure);
    }

    /** A refusal in words that mean nothing is still a refused sign-in, not a refused request. */
    private static Diagnosis named(Diagnosis diagnosis) {
        return diagnosis.reason() == Reason.OTHER
                ? Diagnosis.of(
                                Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
                                Actor.ADMIN,
                                false,
                                "The server refused the sign-in without a usable reason; check that the token is for"
                                        + " https://outlook.office.com with IMAP.AccessAsUser.All, that it belongs to this"
                                        + " mailbox, and that IMAP is on for it.")
                        .withServerText(diagnosis.serverText())
                : diagnosis;
    }
}
