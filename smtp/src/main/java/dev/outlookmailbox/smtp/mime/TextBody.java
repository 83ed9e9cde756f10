package dev.outlookmailbox.smtp.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.BASE64EncoderStream;
import org.eclipse.angus.mail.util.QPEncoderStream;

/** A text made fit for any mail server: ASCII, lines of moderate length, every line end CRLF (RFC 2045 section 6). */
final class TextBody extends Body {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");
    private static final int LINE = 76;

    private final String encoding;
    private final byte[] encoded;

    TextBody(String text) {
        super(text, "text/plain");
        String lines = LINE_END.matcher(text).replaceAll("\r\n");
        byte[] utf8 = lines.getBytes(StandardCharsets.UTF_8);
        this.encoding = encoding(lines, utf8);
        this.encoded = encode(utf8, encoding);
    }

    /** As {@code Content-Transfer-Encoding} names it. */
    String encoding() {
        return encoding;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(encoded);
    }

    /** Plain where it can be, quoted-printable where most of it stays readable, else Base64, which is then shorter. */
    private static String encoding(String lines, byte[] utf8) {
        int odd = 0;
        for (byte octet : utf8) {
            boolean plain = (octet >= ' ' && octet < 127) || octet == '\r' || octet == '\n' || octet == '\t';
            odd += plain ? 0 : 1;
        }
        if (odd == 0 && lines.lines().allMatch(line -> line.length() <= LINE)) {
            return "7bit";
        }
        return odd <= utf8.length / 6 ? "quoted-printable" : "base64";
    }

    private static byte[] encode(byte[] utf8, String encoding) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(utf8.length + utf8.length / 3 + 64);
        try (OutputStream encoder = encoder(encoding, encoded)) {
            encoder.write(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    private static OutputStream encoder(String encoding, OutputStream out) {
        return switch (encoding) {
            case "base64" -> new BASE64EncoderStream(out);
            case "quoted-printable" -> new QPEncoderStream(out);
            default -> out;
        };
    }
}
