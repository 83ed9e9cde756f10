package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The owner of the temporary files of one client: closing it closes them all. Thread-safe. */
public final class TempFiles implements AutoCloseable {

    private final Set<TempFile> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A place for bytes of unknown number: in memory up to the limit, beyond it in a file. */
    public Spool spool(int memoryLimit) {
        return new Spool(this, memoryLimit);
    }

    TempFile create() throws IOException {
        TempFile file = TempFile.create(open::remove);
        open.add(file);
        if (closed) {
            file.close();
        }
        return file;
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(TempFile::close);
    }
}
