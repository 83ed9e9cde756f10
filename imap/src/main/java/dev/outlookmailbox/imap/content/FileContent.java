package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.lang.ref.Cleaner;

/** Content in a temporary file, which goes away when this is closed, or becomes unreachable, or its owner closes. */
final class FileContent extends Content {

    private static final Cleaner CLEANER = Cleaner.create();

    private final TempFile file;
    private final Cleaner.Cleanable cleanable;
    private final long length;

    FileContent(TempFile file, long length) {
        this.file = file;
        this.length = length;
        this.cleanable = CLEANER.register(this, file::close);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int count) throws IOException {
        if (position >= length) {
            return 0;
        }
        return file.read(position, into, offset, (int) Math.min(count, length - position));
    }

    @Override
    public void close() {
        cleanable.clean();
    }
}
