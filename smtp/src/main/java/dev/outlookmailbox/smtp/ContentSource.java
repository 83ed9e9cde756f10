package dev.outlookmailbox.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where the bytes of a file come from. They are streamed whenever the message is written and never held in memory as a whole.
 *
 * <p>Opened from the thread that sends, each time anew: twice for one sending where the length is not known, and again when a
 * sending is repeated. Every stream must give the same bytes; whoever opened it closes it.
 */
@FunctionalInterface
public interface ContentSource {

    /** A new stream from the first byte on. */
    InputStream open() throws IOException;

    /** How many bytes a stream gives; empty if that shows only when one is read. */
    default OptionalLong length() {
        return OptionalLong.empty();
    }

    /** These bytes, of which a copy is kept. */
    static ContentSource of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return new ContentSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(kept);
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(kept.length);
            }
        };
    }

    /**
     * The file, read when the message is sent.
     *
     * @throws IllegalArgumentException if it is not there now, is no regular file, or may not be read
     */
    static ContentSource of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("Cannot attach " + file
                    + ": there is no such file, it is a directory, or this process may not read it.");
        }
        return new ContentSource() {
            @Override
            public InputStream open() throws IOException {
                if (!Files.isRegularFile(file)) {
                    throw new NoSuchFileException(file.toString(), null, "was there when it was attached");
                }
                return Files.newInputStream(file);
            }

            @Override
            public OptionalLong length() {
                long size = file.toFile().length();
                return size > 0 ? OptionalLong.of(size) : OptionalLong.empty();
            }
        };
    }
}
