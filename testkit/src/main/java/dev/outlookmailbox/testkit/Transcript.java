package dev.outlookmailbox.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What went over all connections of a scripted server so far, in order. */
final class Transcript {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> all = new CopyOnWriteArrayList<>();

    void sent(String line) {
        all.add("S: " + line);
    }

    void received(String line) {
        received.add(line);
        all.add("C: " + line);
    }

    List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public String toString() {
        return String.join("\n", all);
    }
}
