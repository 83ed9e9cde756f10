package dev.outlookmailbox.imap.session;

import java.time.Duration;

/** How time passes between attempts. */
@FunctionalInterface
public interface Pause {

    /** Returns when the time is over. */
    void during(Duration time) throws InterruptedException;
}
