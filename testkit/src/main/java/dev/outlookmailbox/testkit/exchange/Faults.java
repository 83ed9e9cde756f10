package dev.outlookmailbox.testkit.exchange;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to go wrong at the moment. Any thread may use it. */
public final class Faults {

    private volatile @Nullable Duration throttled;
    private volatile boolean imapDisabled;
    private volatile boolean smtpAuthDisabled;
    private volatile boolean mailboxRefused;

    public Optional<Duration> throttled() {
        return Optional.ofNullable(throttled);
    }

    public boolean imapDisabled() {
        return imapDisabled;
    }

    public boolean smtpAuthDisabled() {
        return smtpAuthDisabled;
    }

    public boolean mailboxRefused() {
        return mailboxRefused;
    }

    public void throttle(Duration backoff) {
        throttled = backoff;
    }

    public void disableImap() {
        imapDisabled = true;
    }

    public void disableSmtpAuth() {
        smtpAuthDisabled = true;
    }

    public void refuseMailbox() {
        mailboxRefused = true;
    }

    public void clear() {
        throttled = null;
        imapDisabled = false;
        smtpAuthDisabled = false;
        mailboxRefused = false;
    }
}
