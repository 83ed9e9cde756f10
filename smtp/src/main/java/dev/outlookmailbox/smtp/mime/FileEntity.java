package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;

/** A file in Base64, streamed from its source. */
final class FileEntity implements Entity {

    private final byte[] header;
    private final String name;
    private final ContentSource content;

    private FileEntity(byte[] header, String name, ContentSource content) {
        this.header = header;
        this.name = name;
        this.content = content;
    }

    static FileEntity of(HeaderLines header, String name, ContentSource content) {
        return new FileEntity(header.raw("Content-Transfer-Encoding", "base64").octets(), name, content);
    }

    @Override
    public long size() throws ContentUnreadableException {
        OptionalLong known = content.length();
        return header.length + Base64Lines.length(known.isPresent() ? known.getAsLong() : count());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(header);
        try (InputStream in = NamedSource.open(name, content)) {
            Base64Lines.copy(in, out);
        }
    }

    private long count() throws ContentUnreadableException {
        try (InputStream in = NamedSource.open(name, content)) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw ContentUnreadableException.of(name, e);
        }
    }
}
