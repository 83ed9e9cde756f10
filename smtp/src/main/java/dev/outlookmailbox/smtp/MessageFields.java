package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.MailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that an {@link OutgoingMessage} holds. Changed only before a message is built around it; the lists never change. */
final class MessageFields {

    List<MailAddress> to = List.of();
    List<MailAddress> cc = List.of();
    List<MailAddress> bcc = List.of();
    List<MailAddress> replyTo = List.of();

    @Nullable
    MailAddress from;

    String subject = "";

    @Nullable
    String text;

    @Nullable
    String html;

    @Nullable
    Quote quote;

    @Nullable
    Origin origin;

    @Nullable
    Invitation invitation;

    @Nullable
    String inReplyTo;

    List<String> references = List.of();
    List<InlinePart> inlineParts = List.of();
    List<OutgoingAttachment> attachments = List.of();
    Map<String, String> headers = Map.of();
    Priority priority = Priority.NORMAL;
    boolean readReceipt;

    /** A copy to which the change has been made. */
    MessageFields with(Consumer<MessageFields> change) {
        MessageFields copy = new MessageFields();
        copy.to = to;
        copy.cc = cc;
        copy.bcc = bcc;
        copy.replyTo = replyTo;
        copy.from = from;
        copy.subject = subject;
        copy.text = text;
        copy.html = html;
        copy.quote = quote;
        copy.origin = origin;
        copy.invitation = invitation;
        copy.inReplyTo = inReplyTo;
        copy.references = references;
        copy.inlineParts = inlineParts;
        copy.attachments = attachments;
        copy.headers = headers;
        copy.priority = priority;
        copy.readReceipt = readReceipt;
        change.accept(copy);
        return copy;
    }

    static Map<String, String> plus(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return more;
    }
}
