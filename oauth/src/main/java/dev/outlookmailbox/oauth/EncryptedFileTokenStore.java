package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.crypto.Seal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * Refresh tokens in one encrypted file (AES-256-GCM), for applications on one machine. Any thread and any number of processes
 * may use the same file. Every save writes the whole file anew, so for more than some hundreds of accounts take
 * {@code JdbcTokenStore}.
 *
 * <p>The file is replaced in one step: a crash at any point leaves the old or the new one. It is readable by its owner only
 * where the file system knows owners. A file that the key does not open, or that was changed by other hands, is refused with
 * {@link dev.outlookmailbox.core.error.AppMisconfiguredException} and left as it is. Beside it lies an empty file with the
 * suffix {@code .lock}.
 */
public final class EncryptedFileTokenStore implements TokenStore {

    private final TokenFile file;

    /**
     * @param file created at the first save, in a folder that exists; the same on all processes that share it
     * @param key an AES key of 256 bits
     * @param previous keys that the file may still be sealed with; the next save seals it with {@code key}
     * @throws IllegalArgumentException if the folder does not exist or a key is not an AES key of 256 bits
     */
    public EncryptedFileTokenStore(Path file, SecretKey key, SecretKey... previous) {
        this.file = new TokenFile(file, new Seal(new SecureRandom(), key, previous));
    }

    @Override
    public Optional<StoredToken> load(String account) {
        return file.locked(() -> Optional.ofNullable(file.read().get(account)));
    }

    @Override
    public boolean save(String account, StoredToken next, long expectedVersion) {
        return file.locked(() -> {
            Map<String, StoredToken> tokens = new TreeMap<>(file.read());
            StoredToken kept = tokens.get(account);
            if ((kept == null ? 0 : kept.version()) != expectedVersion) {
                return false;
            }
            tokens.put(account, next.withVersion(expectedVersion + 1));
            file.write(tokens);
            return true;
        });
    }

    @Override
    public void delete(String account) {
        file.locked(() -> {
            Map<String, StoredToken> tokens = new TreeMap<>(file.read());
            if (tokens.remove(account) != null) {
                file.write(tokens);
            }
            return tokens.size();
        });
    }
}
