package dev.outlookmailbox.examples;

import dev.outlookmailbox.core.error.OutlookException;
import java.util.Map;
import java.util.TreeMap;

/** Runs the example that {@code -Dexample=Name} names; {@link Quickstart} if none is named. */
public final class Examples {

    private static final Map<String, Example> ALL = new TreeMap<>(Map.of(
            "Quickstart", Quickstart::run,
            "ReadLatestMail", ReadLatestMail::run,
            "SendWithAttachment", SendWithAttachment::run,
            "AnswerAMessage", AnswerAMessage::run,
            "SignInFromAWebBackend", SignInFromAWebBackend::run));

    private Examples() {}

    /** @throws Exception whatever the example could not cope with */
    public static void main(String[] arguments) throws Exception {
        String name = System.getProperty("example", "Quickstart");
        Example example = ALL.get(name);
        if (example == null) {
            throw new IllegalArgumentException(
                    "There is no example '" + name + "'. Choose one of " + ALL.keySet() + ".");
        }
        try {
            example.run();
        } catch (OutlookException e) {
            System.err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            throw e;
        }
    }

    private interface Example {
        void run() throws Exception;
    }
}
