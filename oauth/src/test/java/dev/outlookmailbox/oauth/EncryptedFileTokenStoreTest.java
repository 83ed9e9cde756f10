package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.crypto.Seal;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.OutlookException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileTokenStoreTest {

    private static final SecretKey KEY = key(1);
    private static final StoredToken FIRST = token("first-secret");

    @TempDir
    Path folder;

    private Path file;
    private EncryptedFileTokenStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("tokens");
        store = new EncryptedFileTokenStore(file, KEY);
    }

    @Test
    void what_was_saved_is_loaded_also_by_another_process() {
        assertEquals(Optional.empty(), store.load("crm 7\nü"));
        assertTrue(store.save("crm 7\nü", FIRST, 0));
        assertEquals(Optional.of(FIRST.withVersion(1)), new EncryptedFileTokenStore(file, KEY).load("crm 7\nü"));
    }

    @Test
    void only_the_expected_version_is_replaced() {
        assertTrue(store.save("a", FIRST, 0));
        assertFalse(store.save("a", token("loser"), 0));
        assertTrue(store.save("a", token("second"), 1));
        assertFalse(store.save("a", token("loser"), 1));
        assertEquals(token("second").withVersion(2), store.load("a").orElseThrow());
    }

    @Test
    void a_forgotten_account_is_gone_and_the_others_stay() {
        assertTrue(store.save("a", FIRST, 0));
        assertTrue(store.save("b", FIRST, 0));
        store.delete("a");
        store.delete("a");
        assertEquals(Optional.empty(), store.load("a"));
        assertTrue(store.load("b").isPresent());
    }

    @Test
    void the_file_shows_no_token_and_only_its_owner_may_read_it() throws IOException {
        assertTrue(store.save("a", FIRST, 0));
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("first-secret"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void a_file_that_was_changed_anywhere_is_refused_and_kept() throws IOException {
        assertTrue(store.save("a", FIRST, 0));
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            assertThrows(AppMisconfiguredException.class, () -> store.load("a"));
            assertThrows(AppMisconfiguredException.class, () -> store.save("b", FIRST, 0));
            assertArrayEquals(bad, Files.readAllBytes(file));
        }
        Files.write(file, good);
        assertTrue(store.load("a").isPresent());
    }

    @Test
    void a_foreign_or_cut_file_is_refused() throws IOException {
        for (String foreign : List.of("", "x", "{\"refresh_token\":\"abc\"}".repeat(9))) {
            Files.writeString(file, foreign);
            assertThrows(AppMisconfiguredException.class, () -> store.load("a"));
        }
    }

    @Test
    void a_key_can_be_rotated() {
        assertTrue(store.save("a", FIRST, 0));
        assertThrows(AppMisconfiguredException.class, () -> new EncryptedFileTokenStore(file, key(2)).load("a"));
        EncryptedFileTokenStore rotated = new EncryptedFileTokenStore(file, key(2), KEY);
        assertTrue(rotated.save("a", token("second"), 1));
        assertEquals(
                "second",
                new EncryptedFileTokenStore(file, key(2))
                        .load("a")
                        .orElseThrow()
                        .refreshToken());
    }

    @Test
    void a_leftover_of_a_crash_before_the_replacement_does_no_harm() throws IOException {
        assertTrue(store.save("a", FIRST, 0));
        Files.writeString(folder.resolve("tokens.next"), "half a fi");
        assertEquals("first-secret", store.load("a").orElseThrow().refreshToken());
        assertTrue(store.save("a", token("second"), 1));
    }

    @Test
    void a_lock_that_is_never_released_ends_in_a_failure_that_names_it() throws IOException {
        TokenFile impatient = new TokenFile(file, new Seal(new SecureRandom(), KEY), Duration.ofMillis(50));
        try (FileChannel other = FileChannel.open(
                        folder.toRealPath().resolve("tokens.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertTrue(held.isValid());
            OutlookException busy = assertThrows(OutlookException.class, () -> impatient.locked(impatient::read));
            assertTrue(busy.retryable());
            assertTrue(busy.getMessage().contains("tokens.lock"), busy.getMessage());
        }
        assertEquals(0, impatient.locked(impatient::read).size());
    }

    @Test
    void an_interrupt_does_not_stop_a_save_and_is_not_lost() {
        Thread.currentThread().interrupt();
        assertTrue(store.save("a", FIRST, 0));
        assertTrue(Thread.interrupted());
        assertTrue(store.load("a").isPresent());
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        assertTrue(store.save("a", FIRST, 0));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        EncryptedFileTokenStore linked = new EncryptedFileTokenStore(link, KEY);
        assertTrue(linked.save("a", token("second"), 1));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("second", store.load("a").orElseThrow().refreshToken());
    }

    @Test
    void bad_places_and_keys_are_refused_at_once() {
        assertThrows(IllegalArgumentException.class, () -> new EncryptedFileTokenStore(folder, KEY));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EncryptedFileTokenStore(folder.resolve("none").resolve("tokens"), KEY));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EncryptedFileTokenStore(file, new SecretKeySpec(new byte[16], "AES")));
    }

    @Test
    void processes_that_share_the_file_and_die_at_any_moment_lose_nothing() throws Exception {
        assertTrue(store.save("a", token("0"), 0));
        for (int round = 0; round < 6; round++) {
            List<Process> nodes = new ArrayList<>(List.of(node(), node()));
            long before = store.load("a").orElseThrow().version();
            awaitVersion(before + 25 + round * 7L);
            nodes.forEach(Process::destroyForcibly);
            for (Process node : nodes) {
                assertTrue(node.waitFor(20, TimeUnit.SECONDS));
            }
            StoredToken left = store.load("a").orElseThrow();
            assertEquals(Long.toString(left.version() - 1), left.refreshToken());
        }
    }

    private void awaitVersion(long version) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (store.load("a").orElseThrow().version() < version) {
            assertTrue(System.nanoTime() < deadline, "the nodes do not rotate");
            Thread.onSpinWait();
        }
    }

    private Process node() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "node.log"))
                .start();
    }

    /** Rotates for ever: each save counts one up from the version it read, so a lost update would show. */
    static final class Node {
        public static void main(String[] arguments) {
            EncryptedFileTokenStore shared = new EncryptedFileTokenStore(Path.of(arguments[0]), KEY);
            while (!Thread.currentThread().isInterrupted()) {
                StoredToken kept = shared.load("a").orElseThrow();
                shared.save("a", token(Long.toString(kept.version())), kept.version());
            }
        }
    }

    private static StoredToken token(String secret) {
        return new StoredToken(
                secret,
                0,
                new MailAddress("Ann Müller", "ann@contoso.com"),
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                Set.of("https://outlook.office.com/SMTP.Send"),
                Instant.parse("2026-11-24T10:00:00Z"),
                null);
    }

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }
}
