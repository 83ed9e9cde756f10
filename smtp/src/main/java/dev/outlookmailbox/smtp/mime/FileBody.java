package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.eclipse.angus.mail.util.BASE64EncoderStream;

/** A file in Base64, streamed from its source. */
final class FileBody extends Body {

    private static final int CHARACTERS_A_LINE = 76;

    private final String name;
    private final ContentSource source;

    /** @param name for those who read why the file cannot be read */
    FileBody(String name, ContentSource source) {
        super(source, "application/octet-stream");
        this.name = name;
        this.source = source;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = NamedSource.open(name, source)) {
            OutputStream base64 = new BASE64EncoderStream(out);
            in.transferTo(base64);
            base64.flush();
        }
    }

    /** The octets that {@link #writeTo} writes. Reads the file through only where its length is not known otherwise. */
    long encodedLength() throws IOException {
        OptionalLong known = source.length();
        long octets = known.isPresent() ? known.getAsLong() : count();
        long characters = (octets + 2) / 3 * 4;
        long fullLines = characters / CHARACTERS_A_LINE;
        return characters + fullLines * 2;
    }

    private long count() throws IOException {
        try (InputStream in = NamedSource.open(name, source)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
