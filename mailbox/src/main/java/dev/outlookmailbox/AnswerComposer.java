package dev.outlookmailbox;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.Attachment;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.Origin;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;

/** Starts replies and forwards: recipients, subject, threading headers (RFC 5322 section 3.6.4), quote. Stateless. */
final class AnswerComposer {

    private final List<MailAddress> own;

    AnswerComposer(List<MailAddress> own) {
        this.own = List.copyOf(own);
    }

    OutgoingMessage reply(Message original) {
        return answer(original, Participants.ofReply(original.header(), own));
    }

    OutgoingMessage replyAll(Message original) {
        return answer(original, Participants.ofReplyAll(original.header(), own));
    }

    OutgoingMessage forward(Message original) {
        MessageHeader header = original.header();
        OutgoingMessage message = OutgoingMessage.draft()
                .subject(Subjects.forward(header.subject()))
                .quote(Quotation.ofForward(original))
                .origin(new Origin(header.id().toString(), Origin.Kind.FORWARD));
        for (Attachment attachment : original.attachments()) {
            OriginalFile file = new OriginalFile(attachment);
            message = file.isShownIn(original) ? message : file.attachedTo(message);
        }
        return threaded(message, header);
    }

    private OutgoingMessage answer(Message original, Participants participants) {
        MessageHeader header = original.header();
        OutgoingMessage message = OutgoingMessage.draft()
                .addTo(participants.to().toArray(MailAddress[]::new))
                .cc(participants.cc().toArray(MailAddress[]::new))
                .subject(Subjects.reply(header.subject()))
                .quote(Quotation.ofReply(original))
                .origin(new Origin(header.id().toString(), Origin.Kind.REPLY));
        return threaded(message, header);
    }

    /** Ids that cannot stand in a header of ours are left out: better a loose thread than no answer. */
    private static OutgoingMessage threaded(OutgoingMessage message, MessageHeader original) {
        String parent = original.messageId();
        if (parent == null || !isOneWord(parent)) {
            return message;
        }
        List<String> references = new ArrayList<>(original.references());
        references.removeIf(id -> id.equals(parent) || !isOneWord(id));
        references.add(parent);
        return message.inReplyTo(parent).references(references);
    }

    private static boolean isOneWord(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
