package dev.outlookmailbox.examples;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs every example as a newcomer would and looks at what it prints. */
class ExamplesTest {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(console);
        System.clearProperty("example");
    }

    @ParameterizedTest
    @CsvSource({
        "Quickstart, original marked as answered: true",
        "ReadLatestMail, Protokoll – 議事録.csv",
        "SendWithAttachment, SENT to",
        "AnswerAMessage, Original marked as answered: true",
        "SignInFromAWebBackend, Newest: Kick-off"
    })
    void does_what_it_says(String example, String shown) throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setProperty("example", example);
        Examples.main(new String[0]);
        String output = printed.toString(StandardCharsets.UTF_8);
        assertTrue(output.contains(shown), output);
    }

    @Test
    void an_unknown_example_is_answered_with_those_there_are() {
        System.setProperty("example", "Nope");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Examples.main(new String[0]));
        assertTrue(String.valueOf(refused.getMessage()).contains("ReadLatestMail"));
    }
}
