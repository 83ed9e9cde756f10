package dev.outlookmailbox.imap.content;

/** Content on the heap; closing does nothing. */
public final class MemoryContent extends Content {

    private final byte[] bytes;
    private final int length;

    /** Takes the array over without a copy. */
    public MemoryContent(byte[] bytes) {
        this(bytes, bytes.length);
    }

    MemoryContent(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int count) {
        if (position >= length) {
            return 0;
        }
        int n = (int) Math.min(count, length - position);
        System.arraycopy(bytes, (int) position, into, offset, n);
        return n;
    }

    @Override
    public void close() {}
}
