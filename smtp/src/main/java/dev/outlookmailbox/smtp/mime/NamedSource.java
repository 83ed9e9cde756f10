package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.ContentSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A host's stream whose failures can be told from those of the connection, and which say whose file it was. */
final class NamedSource extends FilterInputStream {

    private final String name;

    private NamedSource(String name, InputStream in) {
        super(in);
        this.name = name;
    }

    static InputStream open(String name, ContentSource content) throws IOException {
        try {
            return new NamedSource(name, content.open());
        } catch (IOException | RuntimeException e) {
            throw ContentUnreadableException.of(name, e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException | RuntimeException e) {
            throw ContentUnreadableException.of(name, e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException | RuntimeException e) {
            throw ContentUnreadableException.of(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            throw ContentUnreadableException.of(name, e);
        }
    }
}
