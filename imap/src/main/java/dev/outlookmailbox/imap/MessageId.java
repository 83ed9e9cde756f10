package dev.outlookmailbox.imap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one message in one folder of a mailbox, as long as it stays there: a message that is moved gets another id. Prints and
 * parses, so that it can be stored or put into a URL.
 *
 * @param folder the path of the folder
 * @param uidValidity the numbering that the uid belongs to (RFC 3501 section 2.3.1.1); 0 to 4294967295
 * @param uid the number of the message in that numbering; 1 to 4294967295
 */
public record MessageId(String folder, long uidValidity, long uid) {

    private static final long MAX = 0xffff_ffffL;
    private static final Pattern PRINTED = Pattern.compile("(\\d{1,10})\\.(\\d{1,10})\\.(.+)", Pattern.DOTALL);

    /** @throws IllegalArgumentException if the folder is empty or a number out of range */
    public MessageId {
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("A message id needs the path of a folder.");
        }
        if (uidValidity < 0 || uidValidity > MAX || uid < 1 || uid > MAX) {
            throw new IllegalArgumentException(
                    "The numbers of a message id are at most 4294967295, the uid at least 1; not " + uidValidity
                            + " and " + uid + ".");
        }
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static MessageId parse(String printed) {
        Matcher parts = PRINTED.matcher(printed);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a message id: '" + printed
                    + "'. It looks like 14.22587.INBOX and comes from MessageId.toString().");
        }
        return new MessageId(parts.group(3), Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** As in {@code 14.22587.Projects/Alpha}. */
    @Override
    public String toString() {
        return uidValidity + "." + uid + "." + folder;
    }
}
