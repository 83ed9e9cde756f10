package dev.outlookmailbox;

import dev.outlookmailbox.imap.Attachment;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.util.regex.Pattern;

/**
 * A file of a received message on its way into an answer. Received names and types can be anything; what may not stand in a
 * message of our own is replaced, so that no mail is too odd to be answered.
 */
record OriginalFile(Attachment attachment) {

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029/\\\\]+");
    private static final Pattern PLAIN_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");
    private static final Pattern CONTENT_ID = Pattern.compile("[!-~&&[^<>]]+");
    private static final String BYTES = "application/octet-stream";

    /** Whether it is a picture that the HTML of the message shows by its Content-ID. */
    boolean isShownIn(Message original) {
        return original.html().isPresent()
                && attachment.inline()
                && attachment
                        .contentId()
                        .filter(id -> CONTENT_ID.matcher(id).matches())
                        .isPresent();
    }

    InlinePart embedded() {
        return new InlinePart(attachment.contentId().orElseThrow(), type(), name(), attachment::openStream);
    }

    OutgoingMessage attachedTo(OutgoingMessage message) {
        return message.attach(name(), type(), attachment::openStream);
    }

    private String name() {
        String safe = UNSAFE.matcher(attachment.name()).replaceAll("_").strip();
        return safe.isEmpty() || safe.equals(".") || safe.equals("..") ? "attachment" : safe;
    }

    private String type() {
        String type = attachment.contentType();
        boolean holdsParts =
                type.regionMatches(true, 0, "message/", 0, 8) || type.regionMatches(true, 0, "multipart/", 0, 10);
        return holdsParts || !PLAIN_TYPE.matcher(type).matches() ? BYTES : type;
    }
}
