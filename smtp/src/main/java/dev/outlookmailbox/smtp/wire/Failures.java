package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.smtp.mime.ContentUnreadableException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Says what a failure on the wire means for who called. The outcome of a send is added by whoever knows it. */
public final class Failures {

    private Failures() {}

    /** What a negative reply means. */
    static Diagnosis diagnose(Reply reply, Wire wire) {
        Diagnosis diagnosis = Diagnosis.of(Layer.SMTP, wire.shown(reply.text()));
        boolean unknown = diagnosis.reason() == Reason.OTHER;
        return unknown && reply.code() / 100 == 4 ? passing(diagnosis) : diagnosis;
    }

    static OutlookException refused(Reply reply, Wire wire) {
        return OutlookException.of(Layer.SMTP, diagnose(reply, wire));
    }

    static OutlookException of(Reason reason, Actor actor, String advice) {
        return OutlookException.of(Layer.SMTP, Diagnosis.of(reason, actor, false, advice));
    }

    /** The peer does not keep to SMTP. */
    static OutlookException unexpected(Reply reply, Wire wire) {
        return new ProtocolViolationException(Layer.SMTP, wire.shown(reply.text()), null, null);
    }

    /** A connection that was not made, or was lost. */
    public static OutlookException network(ServerAddress server, IOException e) {
        if (e instanceof ServerClosingException closing) {
            return OutlookException.of(Layer.SMTP, closing.diagnosis());
        }
        if (e instanceof MalformedReplyException malformed) {
            return new ProtocolViolationException(Layer.SMTP, malformed.line(), null, null);
        }
        Diagnosis diagnosis = Diagnosis.of(Reason.NETWORK, Actor.NOBODY, true, networkAdvice(server, e));
        return OutlookException.of(Layer.SMTP, diagnosis, null, e);
    }

    /** A connection lost after the last byte of a message and before the answer. */
    static OutlookException unanswered(ServerAddress server, IOException e) {
        Diagnosis diagnosis = Diagnosis.of(
                Reason.NETWORK,
                Actor.NOBODY,
                false,
                "The connection to " + server + " was lost after the whole message had been handed over and before the"
                        + " server answered: it may or may not be on its way. Look for it in Sent Items by its Message-ID before sending it again.");
        return OutlookException.of(Layer.SMTP, diagnosis, SendOutcome.UNKNOWN, e);
    }

    /** A file of the message that cannot be read. */
    public static OutlookException unreadable(ContentUnreadableException e) {
        Diagnosis diagnosis = Diagnosis.of(
                Reason.INVALID_REQUEST,
                Actor.OPERATOR,
                false,
                e.getMessage() + ". Make it readable until the message has been sent, and send again.");
        return OutlookException.of(Layer.SMTP, diagnosis, SendOutcome.NOT_SENT, e);
    }

    private static Diagnosis passing(Diagnosis diagnosis) {
        return Diagnosis.of(
                        Reason.TRANSIENT_SERVER,
                        Actor.NOBODY,
                        true,
                        "The server cannot do this at the moment; try again in a few minutes.")
                .withServerText(diagnosis.serverText());
    }

    private static String networkAdvice(ServerAddress server, IOException e) {
        if (e instanceof UnknownHostException) {
            return "The host name " + server.host() + " is not known here; check it, and the DNS of this machine.";
        }
        if (e instanceof SocketTimeoutException) {
            return "The server " + server + " did not answer in time; try again. If it never answers, check that the"
                    + " firewall lets this machine connect to port " + server.port() + ".";
        }
        return "The connection to " + server + " failed (" + e.getMessage() + "); try again. If it never works, check"
                + " that the firewall lets this machine connect to port " + server.port() + ".";
    }
}
