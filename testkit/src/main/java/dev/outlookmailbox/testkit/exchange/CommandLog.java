package dev.outlookmailbox.testkit.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The commands that clients have sent, without tags, secrets and literals. Any thread may use it. */
public final class CommandLog {

    private final List<String> commands = new CopyOnWriteArrayList<>();

    public void add(String command) {
        commands.add(command);
    }

    public List<String> all() {
        return List.copyOf(commands);
    }

    public void clear() {
        commands.clear();
    }
}
