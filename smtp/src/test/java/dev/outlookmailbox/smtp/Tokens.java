package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives the first token until it is told that it was refused, then the next. */
final class Tokens implements AccessTokenProvider {

    final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> values;
    private final Instant expiresAt;
    private volatile int current;

    private Tokens(Instant expiresAt, String... values) {
        this.expiresAt = expiresAt;
        this.values = List.of(values);
    }

    static Tokens of(String... values) {
        return new Tokens(Instant.MAX, values);
    }

    static Tokens expiring(Instant at, String value) {
        return new Tokens(at, value);
    }

    @Override
    public AccessToken get() {
        return new AccessToken(values.get(current), expiresAt);
    }

    @Override
    public synchronized AccessToken replace(AccessToken rejected) {
        refused.add(rejected.value());
        current = Math.min(current + 1, values.size() - 1);
        return get();
    }
}
