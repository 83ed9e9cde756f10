package dev.outlookmailbox.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Prints what happens, a numbered step at a time, readable by a person. */
final class Steps {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Instant start = Instant.now();
    private int number;

    void title(String text) {
        out.println();
        out.println("  " + text);
        out.println("  " + "─".repeat(Math.min(text.length(), 100)));
    }

    void step(String name, String happened) {
        number++;
        out.println();
        out.printf(" %2d  %s%n", number, name);
        line(happened);
    }

    void line(String text) {
        text.lines().forEach(l -> out.println("       " + l));
    }

    void end(String text) {
        Duration took = Duration.between(start, Instant.now());
        out.println();
        out.printf("  %s (%d.%d s)%n%n", text, took.toSeconds(), took.toMillisPart() / 100);
    }
}
