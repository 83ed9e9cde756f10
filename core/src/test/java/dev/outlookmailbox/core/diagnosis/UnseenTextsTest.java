package dev.outlookmailbox.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of the kinds that the servers send, written down before the tables were tuned. */
class UnseenTextsTest {

    record Expected(Layer layer, Reason reason, Actor actor, boolean retryable, Duration pause, String text) {

        static Expected parse(String line) {
            String[] columns = line.split("\t", 6);
            return new Expected(
                    Layer.valueOf(columns[0]),
                    Reason.valueOf(columns[1]),
                    Actor.valueOf(columns[2]),
                    columns[3].equals("yes"),
                    columns[4].equals("-") ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(columns[4])),
                    columns[5]);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isUnderstood(Expected expected) {
        Diagnosis diagnosis = Diagnosis.of(expected.layer, expected.text);

        assertAll(
                () -> assertEquals(expected.reason, diagnosis.reason()),
                () -> assertEquals(expected.actor, diagnosis.actor()),
                () -> assertEquals(expected.retryable, diagnosis.retryable()),
                () -> assertEquals(
                        expected.pause.toSeconds(),
                        diagnosis
                                .retryAfter()
                                .map(w -> w.plusMillis(500).toSeconds())
                                .orElse(0L)));
    }

    static Stream<Expected> texts() throws IOException {
        try (InputStream in = UnseenTextsTest.class.getResourceAsStream("unseen-texts.tsv")) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).map(Expected::parse).toList().stream();
        }
    }
}
