package dev.outlookmailbox.testkit.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Mail that was submitted to addresses without a mailbox here. Any thread may use it. */
public final class OutsideMail {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /**
     * One message, as the recipients outside get it.
     *
     * @param message a character for an octet
     */
    public record Sent(List<String> recipients, String message) {}

    public void add(Sent message) {
        sent.add(message);
    }

    public List<Sent> all() {
        return List.copyOf(sent);
    }

    public void clear() {
        sent.clear();
    }
}
