package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens signed-in connections: a fresh token for each, one other token if the first is refused, and patience with "User is
 * authenticated but not connected", which passes by itself when it comes from a busy server. Thread-safe.
 */
final class Connector {

    private static final Logger log = LoggerFactory.getLogger(Connector.class);
    private static final List<Duration> DELAYS = List.of(Duration.ofMillis(500), Duration.ofSeconds(2));

    private final SignIn signIn;
    private final AccessTokenProvider tokens;
    private final Pause pause;
    private final AtomicReference<@Nullable AccessToken> ended = new AtomicReference<>();

    Connector(SignIn signIn, AccessTokenProvider tokens, Pause pause) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.pause = pause;
    }

    /** Remembers that the server ended a session because of its token, so that no connection begins with it again. */
    void tokenEnded(AccessToken token) {
        ended.set(token);
    }

    SignedIn connect() {
        AccessToken token = usableToken();
        boolean replaced = false;
        int attempts = 0;
        while (true) {
            try {
                return new SignedIn(signIn.open(token), token);
            } catch (TokenRefusedException e) {
                token = replaced ? null : otherThan(token);
                if (token == null) {
                    throw e.failure();
                }
                replaced = true;
            } catch (NotConnectedException e) {
                if (attempts == DELAYS.size()) {
                    throw unreachable(e.serverText());
                }
                log.debug("Signed in but not connected to the mailbox; trying again on a new connection");
                rest(DELAYS.get(attempts++));
            }
        }
    }

    private AccessToken usableToken() {
        AccessToken token = tokens.get();
        AccessToken bad = ended.getAndSet(null);
        return bad != null && bad.value().equals(token.value()) ? tokens.replace(bad) : token;
    }

    private @Nullable AccessToken otherThan(AccessToken refused) {
        log.debug("The server refused the access token; asking for another one");
        AccessToken other = tokens.replace(refused);
        return other.value().equals(refused.value()) ? null : other;
    }

    private void rest(Duration time) {
        try {
            pause.during(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OutlookException.of(
                    Layer.IMAP,
                    Diagnosis.of(Reason.NETWORK, Actor.NOBODY, true, "The thread was interrupted while connecting."));
        }
    }

    private static OutlookException unreachable(String serverText) {
        return OutlookException.of(
                Layer.IMAP,
                new Diagnosis(
                        Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                        Actor.ADMIN,
                        true,
                        Optional.empty(),
                        "Exchange accepted the token but did not connect it to the mailbox, three times in a row. Either IMAP"
                                + " is switched off for the mailbox, or the signed-in user (or app) has no permission on it:"
                                + " check both. If both are right, the service is busy or disturbed: try again in some minutes.",
                        serverText,
                        Optional.empty(),
                        List.of(Reason.PROTOCOL_DISABLED, Reason.TOO_MANY_CONNECTIONS, Reason.TRANSIENT_SERVER)));
    }

    /**
     * A connection and what it was opened with.
     *
     * @param token not printed, as AccessToken does not print itself
     */
    record SignedIn(ImapConnection connection, AccessToken token) {}
}
