package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.ServerAddress.Security;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.net.Tls;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections and signs them in, each with a token that is asked for anew. Any thread may call it. */
public final class SessionOpener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionOpener.class);

    private final MailboxAccess access;
    private final Clock clock;
    private final Tls tls;
    private final Dialer dialer = new Dialer();

    public SessionOpener(MailboxAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.tls = Tls.of(access.endpoints());
    }

    /**
     * A new connection that is signed in. A refused token is replaced once.
     *
     * @throws OutlookException if that cannot be had
     */
    public SmtpSession open() {
        AccessToken token = access.tokens().get();
        try {
            return open(token);
        } catch (SignInRefusedException refusal) {
            if (!refusal.anotherTokenMayHelp()) {
                throw refusal.failure();
            }
            return openWithAnother(token, refusal);
        }
    }

    private SmtpSession openWithAnother(AccessToken rejected, SignInRefusedException refusal) {
        LOG.debug("{} refused the token for {}", server(), access.mailbox().address());
        AccessToken other = access.tokens().replace(rejected);
        if (other.value().equals(rejected.value())) {
            throw refusal.failure();
        }
        try {
            return open(other);
        } catch (SignInRefusedException again) {
            throw again.failure();
        }
    }

    private SmtpSession open(AccessToken token) throws SignInRefusedException {
        Wire wire = null;
        boolean open = false;
        try {
            wire = new Wire(dialer.dial(server(), access.timeouts().connect()), access.timeouts());
            SmtpSession session = signIn(wire, token);
            open = true;
            LOG.debug("signed in at {} as {}", server(), access.mailbox().address());
            return session;
        } catch (IOException e) {
            throw Failures.network(server(), e);
        } finally {
            if (wire != null && !open) {
                wire.cut();
            }
        }
    }

    private SmtpSession signIn(Wire wire, AccessToken token) throws IOException, SignInRefusedException {
        if (server().security() == Security.IMPLICIT_TLS) {
            Handshake.run(wire, server(), tls.socketFactory());
            Greeting.await(wire);
        } else {
            Greeting.await(wire);
            StartTls.run(wire, Ehlo.run(wire));
            Handshake.run(wire, server(), tls.socketFactory());
        }
        Capabilities offered = Ehlo.run(wire);
        AuthXOAuth2.run(wire, offered, access.mailbox().address(), token);
        return new SmtpSession(wire, server(), offered, token, clock);
    }

    private ServerAddress server() {
        return access.endpoints().smtp();
    }
}
