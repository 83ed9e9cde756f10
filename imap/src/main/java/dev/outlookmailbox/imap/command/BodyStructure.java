package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.mime.AttachmentRule;
import dev.outlookmailbox.imap.wire.Tokens;
import dev.outlookmailbox.imap.wire.UnparsableException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for attachments in a BODYSTRUCTURE (RFC 3501 section 7.4.2). Exchange sends ones with NIL for a type, a bare string for a
 * disposition or whole fields missing; a part that makes no sense is passed over, its siblings are not.
 */
final class BodyStructure {

    private static final int MAX_DEPTH = 50;

    private BodyStructure() {}

    static boolean hasAttachments(Tokens body) {
        return hasAttachments(body, 0);
    }

    private static boolean hasAttachments(Tokens body, int depth) {
        if (depth > MAX_DEPTH || !body.take('(')) {
            return false;
        }
        try {
            return body.peek() == '(' ? inMultipart(body, depth) : leaf(body, depth == 0);
        } catch (UnparsableException e) {
            return false;
        }
    }

    private static boolean inMultipart(Tokens body, int depth) {
        boolean found = false;
        while (body.peek() == '(') {
            found |= hasAttachments(body.value(), depth + 1);
        }
        return found;
    }

    private static boolean leaf(Tokens part, boolean root) {
        String type = lower(part.nstring());
        String subtype = lower(part.nstring());
        boolean named = hasParameter(part, "name");
        String contentId = part.nstring();
        skip(part, 3);
        skipFieldsOfType(part, type, subtype);
        String disposition = "";
        if (!part.atEnd() && part.peek() != ')') {
            part.skipValue();
            if (part.take('(')) {
                disposition = lower(part.nstring());
                named |= hasParameter(part, "filename");
            } else if (part.peek() == '"') {
                disposition = lower(part.nstring());
            }
        }
        return AttachmentRule.isAttachment(type, subtype, disposition, named, contentId != null, root);
    }

    /** A text has a number of lines, a message its envelope, its structure and a number of lines. */
    private static void skipFieldsOfType(Tokens part, String type, String subtype) {
        if (type.equals("message") && subtype.equals("rfc822") && part.peek() == '(') {
            skip(part, 3);
        } else if (part.peek() >= '0' && part.peek() <= '9') {
            skip(part, 1);
        }
    }

    private static void skip(Tokens part, int values) {
        for (int i = 0; i < values; i++) {
            part.skipValue();
        }
    }

    /** Whether a parameter list has the parameter, also in its RFC 2231 forms {@code name*} and {@code name*0}. */
    private static boolean hasParameter(Tokens part, String wanted) {
        if (!part.take('(')) {
            part.skipValue();
            return false;
        }
        boolean found = false;
        while (!part.take(')')) {
            String name = lower(part.nstring());
            part.skipValue();
            found |= name.equals(wanted) || name.startsWith(wanted + "*");
        }
        return found;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
