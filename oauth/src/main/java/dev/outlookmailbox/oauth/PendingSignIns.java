package dev.outlookmailbox.oauth;

import java.time.Instant;
import java.util.Optional;

/** Remembers sign-ins between redirect and callback. Implementations are thread-safe. */
interface PendingSignIns {

    void put(PendingSignIn signIn, Instant now);

    /** Removes and gives the sign-in; empty if there is none of this state, or it was taken before, or it has expired. */
    Optional<PendingSignIn> take(String state, Instant now);
}
