package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.smtp.mime.ComposedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One message over one connection, and how far it got when something fails. */
final class Transaction {

    /** How many times as long the verdict on a whole message may take as other replies; see RFC 5321 section 4.5.3.2.6. */
    private static final int VERDICT_FACTOR = 5;

    private final Wire wire;
    private final ComposedMessage message;
    private final Envelope envelope;
    private boolean handedOver;
    private boolean inStep;
    private boolean leftHalfDone;

    Transaction(Wire wire, Capabilities offered, ComposedMessage message, long size, boolean resetFirst) {
        this.wire = wire;
        this.message = message;
        this.envelope = new Envelope(wire, offered, message, size, resetFirst);
    }

    /**
     * @throws IOException if the connection was lost; {@link #isHandedOver} then tells what it means
     * @throws OutlookException if the server refused the message as a whole
     */
    Delivery run() throws IOException {
        envelope.offer();
        refuseBeforeContent();
        sendContent();
        Reply verdict = wire.read(patience());
        if (verdict.code() / 100 == 3) {
            throw new MalformedReplyException(verdict.text());
        }
        inStep = true;
        if (!verdict.isPositive()) {
            throw Failures.refused(verdict, wire);
        }
        return new Delivery(envelope.accepted(), envelope.rejected(), wire.shown(verdict.text()));
    }

    /** Whether the server had not said a word on this message yet. */
    boolean isUntouched() {
        return !envelope.isMailAnswered();
    }

    /** Whether the end of the message may have reached the server. */
    boolean isHandedOver() {
        return handedOver;
    }

    /** Whether the connection can carry another message. */
    boolean isInStep() {
        return inStep;
    }

    /** Whether the next message must begin with RSET. */
    boolean isLeftHalfDone() {
        return leftHalfDone;
    }

    private void refuseBeforeContent() {
        if (envelope.isDataExpected()
                && envelope.senderRefused() == null
                && !envelope.accepted().isEmpty()) {
            return;
        }
        // a server that nevertheless waits for content would take the next command for it
        inStep = !envelope.isDataExpected();
        leftHalfDone = true;
        Reply refusal = envelope.senderRefused();
        if (refusal == null && !envelope.accepted().isEmpty()) {
            refusal = envelope.dataAnswer();
        }
        throw refusal != null ? Failures.refused(refusal, wire) : nobodyAccepted();
    }

    private void sendContent() throws IOException {
        if (wire.hasSurplus()) {
            throw new MalformedReplyException("a reply that nothing was asked for, which would pass for the verdict");
        }
        DotStuffing content = new DotStuffing(wire.content());
        message.content().writeTo(content);
        handedOver = true;
        content.end();
        wire.flush();
    }

    private Duration patience() {
        return wire.timeouts().read().multipliedBy(VERDICT_FACTOR);
    }

    private OutlookException nobodyAccepted() {
        List<Diagnosis> refusals = List.copyOf(envelope.rejected().values());
        Diagnosis first = refusals.get(0);
        String advice = "No recipient was accepted, so nothing was sent. " + first.advice();
        return OutlookException.of(Layer.SMTP, first.withAdvice(advice));
    }
}
