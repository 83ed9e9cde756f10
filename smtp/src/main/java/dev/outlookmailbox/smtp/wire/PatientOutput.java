package dev.outlookmailbox.smtp.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** Writes that end: Java's own wait for ever when the peer takes nothing. */
final class PatientOutput extends FilterOutputStream {

    private final Socket plain;
    private final Duration patience;

    PatientOutput(OutputStream out, Socket plain, Duration patience) {
        super(out);
        this.plain = plain;
        this.patience = patience;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        Deadline deadline = new Deadline(plain, patience);
        try (deadline) {
            out.write(octets, offset, length);
        } catch (IOException e) {
            throw deadline.explain(e);
        }
    }
}
