package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects bytes into a {@link Content}. One thread at a time. Closing it before {@link #toContent()} discards them. */
public final class Spool extends OutputStream {

    private final TempFiles owner;
    private final int memoryLimit;
    private byte[] memory = new byte[1024];
    private int inMemory;
    private long length;
    private @Nullable TempFile file;

    Spool(TempFiles owner, int memoryLimit) {
        this.owner = owner;
        this.memoryLimit = memoryLimit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (file == null && inMemory + (long) count > memoryLimit) {
            moveToFile();
        }
        if (file != null) {
            file.append(bytes, offset, count);
        } else {
            if (memory.length < inMemory + count) {
                memory = Arrays.copyOf(memory, Math.min(memoryLimit, Math.max(inMemory + count, 2 * memory.length)));
            }
            System.arraycopy(bytes, offset, memory, inMemory, count);
            inMemory += count;
        }
        length += count;
    }

    /** Hands the bytes over; this spool is done with them. */
    public Content toContent() {
        if (file == null) {
            return new MemoryContent(memory, inMemory);
        }
        Content content = new FileContent(file, length);
        file = null;
        return content;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void moveToFile() throws IOException {
        TempFile created = owner.create();
        created.append(memory, 0, inMemory);
        memory = new byte[0];
        file = created;
    }
}
