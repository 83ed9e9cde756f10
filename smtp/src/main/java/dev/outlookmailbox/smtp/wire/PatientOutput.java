package dev.outlookmailbox.smtp.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes that are watched, and so end. */
final class PatientOutput extends FilterOutputStream {

    private final StallWatch watch;

    PatientOutput(OutputStream out, StallWatch watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        watch.writing();
        try {
            out.write(octets, offset, length);
        } catch (IOException e) {
            throw watch.explain(e);
        } finally {
            watch.written();
        }
    }
}
