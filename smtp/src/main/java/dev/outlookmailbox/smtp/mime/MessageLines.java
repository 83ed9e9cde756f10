package dev.outlookmailbox.smtp.mime;

import jakarta.mail.util.LineOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a message is written to. Jakarta Mail writes header lines to it as they are; given any other stream, it asks a service
 * loader for one at every part, and a system property whether UTF-8 is allowed, as addresses may need it (RFC 6532).
 */
class MessageLines extends FilterOutputStream implements LineOutputStream {

    private static final byte[] CRLF = {'\r', '\n'};

    MessageLines(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
    }

    @Override
    public void writeln(String line) throws IOException {
        write(line.getBytes(StandardCharsets.UTF_8));
        writeln();
    }

    @Override
    public void writeln() throws IOException {
        write(CRLF);
    }
}
