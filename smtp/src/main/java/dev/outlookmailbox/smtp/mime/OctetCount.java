package dev.outlookmailbox.smtp.mime;

import java.io.OutputStream;

/** Counts what would be written. Parts that know their length without writing {@link #add} it. */
final class OctetCount extends MessageLines {

    private long octets;

    OctetCount() {
        super(OutputStream.nullOutputStream());
    }

    @Override
    public void write(int octet) {
        octets++;
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        octets += length;
    }

    void add(long more) {
        octets += more;
    }

    long octets() {
        return octets;
    }
}
