package dev.outlookmailbox;

import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.ImapClient;
import dev.outlookmailbox.imap.MessageId;
import dev.outlookmailbox.smtp.Origin;
import dev.outlookmailbox.smtp.SendReceipt;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets {@code \Answered} on the original once a reply is out. Any thread may use it. */
final class AnsweredMarker {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweredMarker.class);

    private final ImapClient imap;

    AnsweredMarker(ImapClient imap) {
        this.imap = imap;
    }

    /** Never throws: the message has been sent, and a failure now would make a caller send it again. */
    void mark(Origin origin, SendReceipt receipt) {
        if (origin.kind() != Origin.Kind.REPLY || receipt.outcome() != SendOutcome.SENT) {
            return;
        }
        try {
            MessageId original = MessageId.parse(origin.messageId());
            imap.folder(original.folder()).mark(List.of(original), Flag.ANSWERED, true);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The reply was sent, but the original {} could not be marked as answered: {}",
                    origin.messageId(),
                    e instanceof OutlookException
                            ? e.getMessage()
                            : e.getClass().getName());
        }
    }
}
