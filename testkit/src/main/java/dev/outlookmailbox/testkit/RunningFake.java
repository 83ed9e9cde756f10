package dev.outlookmailbox.testkit;

import dev.outlookmailbox.core.MailAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A fake in JUnit's store, with the mailboxes that parameters have asked for. */
final class RunningFake implements AutoCloseable {

    private final FakeOutlook fake = FakeOutlook.start();
    private final Map<String, FakeMailbox> mailboxes = new ConcurrentHashMap<>();

    FakeOutlook fake() {
        return fake;
    }

    FakeMailbox mailbox(String address) {
        String key = MailAddress.of(address).address().toLowerCase(Locale.ROOT);
        return mailboxes.computeIfAbsent(key, unknown -> fake.addMailbox(address));
    }

    @Override
    public void close() {
        fake.close();
    }
}
