package dev.outlookmailbox.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.StoredTokenText;
import dev.outlookmailbox.core.crypto.Seal;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sealed file of {@link EncryptedFileTokenStore}: one line per account inside, locked against other processes by a file of
 * its own (the file itself is replaced, and a lock would go with it) and against other threads of this JVM.
 */
final class TokenFile {

    private static final String CONTEXT = "outlook-mailbox token file";

    /** A file lock is held by the JVM, not by a thread, so threads need a lock of their own, one per file. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final Path lockFile;
    private final Seal seal;
    private final ReentrantLock threads;

    TokenFile(Path file, Seal seal) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The folder of the token file does not exist: " + folder + ". Create it first.");
        }
        if (Files.isDirectory(absolute)) {
            throw new IllegalArgumentException("The token file " + absolute + " is a folder; name a file in it.");
        }
        this.file = absolute;
        this.lockFile = sibling(".lock");
        this.seal = seal;
        this.threads = THREADS.computeIfAbsent(absolute, path -> new ReentrantLock());
    }

    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs the work while no other thread and no other process works on the file. */
    <T> T locked(Work<T> work) {
        threads.lock();
        try (FileChannel channel = FileChannel.open(lockFile, Set.of(CREATE, WRITE), ownerOnly())) {
            channel.lock(); // released with the channel
            return work.run();
        } catch (IOException e) {
            throw OutlookException.of(
                    Layer.OAUTH,
                    Diagnosis.of(
                            Reason.OTHER,
                            Actor.OPERATOR,
                            false,
                            "The token file " + file + " could not be read or written ("
                                    + e.getClass().getSimpleName()
                                    + "). Check the folder, its permissions and the space on the disk."),
                    null,
                    e);
        } finally {
            threads.unlock();
        }
    }

    Map<String, StoredToken> read() throws IOException {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return Map.of();
        }
        Map<String, StoredToken> tokens = new TreeMap<>();
        String text = new String(seal.open(sealed, CONTEXT).orElseThrow(this::refused), UTF_8);
        text.lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            tokens.put(URLDecoder.decode(parts[0], UTF_8), StoredTokenText.parse(parts[2], Long.parseLong(parts[1])));
        });
        return tokens;
    }

    void write(Map<String, StoredToken> tokens) throws IOException {
        StringBuilder text = new StringBuilder();
        tokens.forEach((account, token) -> text.append(URLEncoder.encode(account, UTF_8))
                .append(' ')
                .append(token.version())
                .append(' ')
                .append(StoredTokenText.print(token))
                .append('\n'));
        Path next = sibling(".next");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(seal.seal(text.toString().getBytes(UTF_8), CONTEXT));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        replace(next);
    }

    private void replace(Path next) throws IOException {
        try {
            Files.move(next, file, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, REPLACE_EXISTING);
        }
        syncFolder();
    }

    /** Makes the new directory entry durable; Windows cannot open a folder, and needs not. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // the file itself is on the disk already
        }
    }

    private OutlookException refused() {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.OTHER,
                        Actor.OPERATOR,
                        false,
                        "The token file " + file
                                + " does not open with the given key: the key is another one, or the file is damaged, foreign"
                                + " or was changed. It has been left as it is. Give the right key (also as a previous key), restore a backup, or"
                                + " move the file away and have the users sign in again."));
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
