package dev.outlookmailbox.oauth;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns with other threads and other processes by a lock file. An interrupt that came before does not stop the work, which
 * is short, and which an interrupted file channel would abort; it is kept for the caller. Any thread may use it.
 */
final class FileTurns {

    /** A file lock is held by the JVM, not by a thread, so threads need a lock of their own, one per file. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final Duration POLL = Duration.ofMillis(2);

    private final Path lockFile;
    private final FileAttribute<?>[] attributes;
    private final Duration patience;
    private final ReentrantLock threads;

    /** @param patience how long to wait for a turn in all */
    FileTurns(Path lockFile, FileAttribute<?>[] attributes, Duration patience) {
        this.lockFile = lockFile;
        this.attributes = attributes;
        this.patience = patience;
        this.threads = THREADS.computeIfAbsent(lockFile, path -> new ReentrantLock());
    }

    interface Work<T> {
        T run() throws IOException;
    }

    /** Thrown where nobody else let go in time. */
    static final class NoTurnException extends IOException {
        private static final long serialVersionUID = 1;

        NoTurnException(String message) {
            super(message);
        }
    }

    /** @throws NoTurnException if another process or thread holds the lock for too long */
    <T> T take(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw noTurn();
            }
            try (FileChannel channel = FileChannel.open(lockFile, Set.of(CREATE, WRITE), attributes)) {
                await(channel, end);
                return work.run();
            } finally {
                threads.unlock();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            throw new NoTurnException("interrupted while waiting for " + lockFile);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The lock is released with the channel. */
    private void await(FileChannel channel, long end) throws IOException {
        while (tryLock(channel) == null) {
            if (System.nanoTime() > end) {
                throw noTurn();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByAnotherClassLoaderOfThisJvm) {
            return null;
        }
    }

    private NoTurnException noTurn() {
        return new NoTurnException(lockFile + " has been locked by another process for " + patience.toSeconds() + " s");
    }
}
