package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.wire.WireText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text parts as Unicode. */
public final class BodyText {

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private BodyText() {}

    /** Line breaks become LF. What cannot be read any more is empty; beyond 32 MB nothing is read. */
    static String of(MimePart part) {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(LARGEST);
            return decode(part, bytes).replace("\r\n", "\n");
        } catch (IOException e) {
            return "";
        }
    }

    /** White space becomes single spaces; at most so many characters, and no half ones. */
    public static String oneLine(String text, int length) {
        StringBuilder line = new StringBuilder(Math.min(length, 200));
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() < length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = !line.isEmpty();
                continue;
            }
            if (line.length() + (space ? 1 : 0) + Character.charCount(c) > length) {
                break;
            }
            line.append(space ? " " : "").appendCodePoint(c);
            space = false;
        }
        return line.toString();
    }

    private static String decode(MimePart part, byte[] bytes) {
        Optional<Charset> labelled = part.typeParameter("charset").flatMap(Charsets::named);
        if (labelled.isPresent()) {
            return new String(bytes, labelled.get());
        }
        Charset fallback = part.is("text/html") ? metaCharset(bytes) : Charsets.WINDOWS_1252;
        return WireText.decode(bytes, 0, bytes.length, fallback);
    }

    private static Charset metaCharset(byte[] html) {
        String head = WireText.decode(html, 0, Math.min(html.length, 4096));
        Matcher meta = META_CHARSET.matcher(head);
        return meta.find() ? Charsets.named(meta.group(1)).orElse(Charsets.WINDOWS_1252) : Charsets.WINDOWS_1252;
    }
}
