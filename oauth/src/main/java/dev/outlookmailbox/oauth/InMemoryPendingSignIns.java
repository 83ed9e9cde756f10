package dev.outlookmailbox.oauth;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** For one node. Drops what has expired, and the oldest where very many are under way. Any thread may use it. */
final class InMemoryPendingSignIns implements PendingSignIns {

    private final int most;
    private final Map<String, PendingSignIn> oldestFirst = new LinkedHashMap<>();

    /** @param most how many can be under way before the oldest is dropped, so that nobody fills the memory */
    InMemoryPendingSignIns(int most) {
        this.most = most;
    }

    @Override
    public synchronized void put(PendingSignIn signIn, Instant now) {
        oldestFirst.put(signIn.state(), signIn);
        Iterator<PendingSignIn> each = oldestFirst.values().iterator();
        while (each.hasNext() && (each.next().expired(now) || oldestFirst.size() > most)) {
            each.remove();
        }
    }

    @Override
    public synchronized Optional<PendingSignIn> take(String state, Instant now) {
        return Optional.ofNullable(oldestFirst.remove(state)).filter(signIn -> !signIn.expired(now));
    }
}
