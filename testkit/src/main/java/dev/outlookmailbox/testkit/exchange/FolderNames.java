package dev.outlookmailbox.testkit.exchange;

import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;

/**
 * Translates between the names of folders at Exchange and in GreenMail's store. Exchange separates by a slash; GreenMail does
 * by a dot, and takes a leading {@code #} for a namespace, so these two are kept there as private-use characters.
 */
public final class FolderNames {

    private static final char DOT = '\uE02E';
    private static final char HASH = '\uE023';

    private FolderNames() {}

    /** From modified UTF-7 (RFC 3501 section 5.1.3), as on the wire, to plain text. */
    public static String decode(String wireName) {
        String name = BASE64MailboxDecoder.decode(wireName);
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** To modified UTF-7, quoted where the grammar of IMAP asks for it. */
    public static String encode(String name) {
        String wireName = BASE64MailboxEncoder.encode(name);
        return wireName.matches("[A-Za-z0-9/&+,_-]+") ? wireName : quote(wireName);
    }

    /** As a quoted string (RFC 3501 section 4.3). */
    public static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String toStore(String name) {
        return name.replace('.', DOT).replace('#', HASH).replace('/', '.');
    }

    static String fromStore(String storeName) {
        return storeName.replace('.', '/').replace(DOT, '.').replace(HASH, '#');
    }

    /** The name as GreenMail's own commands must see it on the wire. */
    public static String toStoreOnWire(String wireName) {
        return quote(BASE64MailboxEncoder.encode(toStore(decode(wireName))));
    }
}
