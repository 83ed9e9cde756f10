package dev.outlookmailbox.smtp.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parts between boundaries (RFC 2046 section 5.1). */
final class MultipartEntity implements Entity {

    private final byte[] header;
    private final String boundary;
    private final List<Entity> parts;

    private MultipartEntity(byte[] header, String boundary, List<Entity> parts) {
        this.header = header;
        this.boundary = boundary;
        this.parts = parts;
    }

    /** @param subtype {@code mixed}, {@code alternative} or {@code related}, with the parameters that it needs */
    static MultipartEntity of(HeaderLines header, String subtype, String boundary, List<Entity> parts) {
        String type = "multipart/" + subtype + ";" + Folding.BREAK + "boundary=\"" + boundary + '"';
        return new MultipartEntity(header.raw("Content-Type", type).octets(), boundary, List.copyOf(parts));
    }

    @Override
    public long size() throws ContentUnreadableException {
        long size = header.length + (long) closing().length;
        for (Entity part : parts) {
            size += opening().length + part.size() + 2;
        }
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(header);
        for (Entity part : parts) {
            out.write(opening());
            part.writeTo(out);
            out.write('\r');
            out.write('\n');
        }
        out.write(closing());
    }

    private byte[] opening() {
        return ("--" + boundary + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] closing() {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
