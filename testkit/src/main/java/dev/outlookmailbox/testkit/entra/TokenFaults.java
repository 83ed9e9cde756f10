package dev.outlookmailbox.testkit.entra;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** What the token endpoint answers instead of the truth, and how often it was asked. Any thread may use it. */
public final class TokenFaults {

    private final Queue<Canned> answers = new ArrayDeque<>();
    private Duration retryAfter = Duration.ZERO;
    private int throttled;
    private int requests;

    record Canned(int status, String body) {}

    /** Answers once with this, after what was asked for before. */
    public synchronized void answer(int status, String body) {
        answers.add(new Canned(status, body));
    }

    /** Answers so many requests with 429. */
    public synchronized void throttle(Duration wait, int times) {
        retryAfter = wait;
        throttled = times;
    }

    /** How many requests have come since the start or the last {@link #clear}. */
    public synchronized int requests() {
        return requests;
    }

    public synchronized void clear() {
        answers.clear();
        throttled = 0;
        requests = 0;
    }

    synchronized void count() {
        requests++;
    }

    synchronized Optional<Canned> nextAnswer() {
        return Optional.ofNullable(answers.poll());
    }

    /** How long the client shall wait, if it is to be turned away. */
    synchronized Optional<Duration> turnAway() {
        if (throttled == 0) {
            return Optional.empty();
        }
        throttled--;
        return Optional.of(retryAfter);
    }
}
