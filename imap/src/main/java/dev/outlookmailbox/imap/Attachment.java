package dev.outlookmailbox.imap;

import dev.outlookmailbox.imap.mime.FileNames;
import dev.outlookmailbox.imap.mime.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A file that came with a message. Any thread may use it, as long as its message is not closed. */
public final class Attachment {

    private final MimePart part;
    private final String name;
    private volatile long size = -1;

    Attachment(MimePart part, Set<String> taken) {
        this.part = part;
        this.name = part.fileName().orElseGet(() -> FileNames.invent(part.contentType(), part.nestedSubject(), taken));
        taken.add(name);
    }

    /**
     * The name as its sender chose it, which may hold anything, even a path; {@link #saveTo} makes it safe. An invented one
     * where there is none.
     */
    public String name() {
        return name;
    }

    /** Such as {@code application/pdf}, in lower case and without parameters; what the sender claims, not what it is. */
    public String contentType() {
        return part.contentType();
    }

    /** In bytes, decoded; counted at the first call. */
    public long size() {
        if (size < 0) {
            size = part.decodedSize();
        }
        return size;
    }

    /** Whether it is shown within the text and not listed below it. */
    public boolean inline() {
        return !part.isAttachment();
    }

    /** Without the angle brackets: what the HTML calls {@code cid:…}. */
    public Optional<String> contentId() {
        return part.contentId();
    }

    /** The decoded bytes, decoded while they are read. The caller closes the stream. Broken encoding never stops it. */
    public InputStream openStream() throws IOException {
        return part.openStream();
    }

    /**
     * Saves the attachment under its own name, made safe: always directly in the directory, never over an existing file (then
     * a number is added), no name that Windows, macOS or Linux would take for something else.
     *
     * @param directory must exist
     * @return the file
     */
    public Path saveTo(Path directory) throws IOException {
        try (InputStream in = openStream()) {
            Path file = FileNames.createIn(directory, name);
            try (OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
                return file;
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }

    @Override
    public String toString() {
        return "Attachment[" + contentType() + "]";
    }
}
