package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A file of our own. Where the system allows it the name is removed at once, so that not even a crash leaves it behind. Not a
 * FileChannel, because interrupting a reader closes those.
 */
final class TempFile implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;
    private final Consumer<TempFile> onClose;

    private TempFile(Path path, RandomAccessFile file, Consumer<TempFile> onClose) {
        this.path = path;
        this.file = file;
        this.onClose = onClose;
    }

    static TempFile create(Consumer<TempFile> onClose) throws IOException {
        Path path = Files.createTempFile("outlook-mailbox-", ".tmp");
        TempFile created = new TempFile(path, new RandomAccessFile(path.toFile(), "rw"), onClose);
        created.removeName();
        return created;
    }

    synchronized void append(byte[] bytes, int offset, int count) throws IOException {
        file.write(bytes, offset, count);
    }

    synchronized int read(long position, byte[] into, int offset, int count) throws IOException {
        file.seek(position);
        int filled = 0;
        while (filled < count) {
            int n = file.read(into, offset + filled, count - filled);
            if (n < 0) {
                break;
            }
            filled += n;
        }
        return filled;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            // nothing was left to write
        }
        removeName();
        onClose.accept(this);
    }

    /** Windows refuses while the file is open, so closing tries again. */
    private void removeName() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stillOpen) {
            // closing comes back
        }
    }
}
