package dev.outlookmailbox.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sealed file of {@link EncryptedFileTokenStore}: one line per account inside, locked against other processes by a file of
 * its own (the file itself is replaced, and a lock would go with it) and against other threads of this JVM.
 */
final class TokenFile {

    private static final String CONTEXT = "outlook-mailbox token file";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final FileTurns turns;
    private final Seal seal;

    TokenFile(Path file, Seal seal) {
        this(file, seal, PATIENCE);
    }

    TokenFile(Path file, Seal seal, Duration patience) {
        this.file = real(file.toAbsolutePath().normalize());
        this.turns = new FileTurns(sibling(".lock"), ownerOnly(), patience);
        this.seal = seal;
    }

    /** Runs the work while no other thread and no other process works on the file. */
    <T> T locked(FileTurns.Work<T> work) {
        try {
            return turns.take(work);
        } catch (FileTurns.NoTurnException e) {
            throw failed(
                    true,
                    "The token file " + file + " is in use: " + e.getMessage() + ". Try again; if it stays so, end the"
                            + " process that holds the lock.",
                    e);
        } catch (IOException e) {
            throw failed(
                    false,
                    "The token file " + file + " could not be read or written ("
                            + e.getClass().getSimpleName()
                            + "). Check the folder, its permissions and the space on the disk.",
                    e);
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

    /** One file has one name, so that all who come by a link share one lock and keep the link. */
    private static Path real(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "The folder of the token file does not exist: " + folder + ". Create it first.");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("The token file " + file + " is a folder; name a file in it.");
        }
        try {
            return Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new IllegalArgumentException("The path of the token file cannot be followed: " + file + ".", e);
        }
    }

    private static OutlookException failed(boolean retryable, String advice, IOException cause) {
        Diagnosis diagnosis = Diagnosis.of(Reason.OTHER, Actor.OPERATOR, retryable, advice);
        return OutlookException.of(Layer.OAUTH, diagnosis, null, cause);
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
