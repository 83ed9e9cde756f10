package dev.outlookmailbox.smtp.mime;

import java.io.IOException;
import java.io.OutputStream;

/** A text of which the encoded form is held. */
final class TextEntity implements Entity {

    private final byte[] header;
    private final byte[] body;

    private TextEntity(byte[] header, byte[] body) {
        this.header = header;
        this.body = body;
    }

    /** @param contentType with all parameters but the charset */
    static TextEntity of(HeaderLines header, String contentType, String text) {
        TextEncoding encoded = TextEncoding.of(text);
        header.raw("Content-Type", contentType + "; charset=UTF-8").raw("Content-Transfer-Encoding", encoded.name());
        return new TextEntity(header.octets(), encoded.octets());
    }

    @Override
    public long size() {
        return header.length + (long) body.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(header);
        out.write(body);
    }
}
