package dev.outlookmailbox.imap.mime;

/**
 * What counts as an attachment, the same for a listing (BODYSTRUCTURE) and a message that has been read: what its sender calls
 * so, and everything else that has a file name or is neither text nor a picture shown within the text.
 */
public final class AttachmentRule {

    private AttachmentRule() {}

    /**
     * All names in lower case.
     *
     * @param disposition {@code ""} if there is none
     * @param named whether there is a file name
     * @param hasContentId whether HTML can refer to the part by {@code cid:}
     * @param root whether the part is the whole message
     */
    public static boolean isAttachment(
            String type, String subtype, String disposition, boolean named, boolean hasContentId, boolean root) {
        if (isSignature(subtype)) {
            return false;
        }
        if (disposition.equals("attachment")) {
            return true;
        }
        if (type.equals("text")) {
            return named && !root && !disposition.equals("inline");
        }
        if (type.equals("multipart") || type.isEmpty()) {
            return false;
        }
        return !hasContentId || !isShownWithin(type);
    }

    /** Whether the part is text to be read, if nothing says that it is a file. */
    public static boolean isReadable(String type, String subtype) {
        return type.equals("text") && (subtype.equals("plain") || subtype.equals("html") || subtype.isEmpty());
    }

    /** A picture with a Content-ID belongs to the HTML, unless its sender calls it an attachment. */
    private static boolean isShownWithin(String type) {
        return type.equals("image");
    }

    private static boolean isSignature(String subtype) {
        return subtype.equals("pkcs7-signature")
                || subtype.equals("x-pkcs7-signature")
                || subtype.equals("pgp-signature");
    }
}
