package dev.outlookmailbox.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real texts that developers reported, with what they turned out to mean. */
class RecordedTextsTest {

    private static final Path CORPUS =
            Path.of(System.getProperty("outlook.testdata", "../shared/data")).resolve("error-corpus.jsonl");

    /** Where the text tells less than the person who reported it knew. */
    private static final Map<String, Reason> DECIDES_NOTHING = Map.of(
            "imap-004", Reason.AMBIGUOUS_SIGN_IN_REFUSAL, // NO AUTHENTICATE failed.
            "imap-005", Reason.AMBIGUOUS_SIGN_IN_REFUSAL, // the same
            "imap-028", Reason.AMBIGUOUS_SIGN_IN_REFUSAL, // the same
            "smtp-007", Reason.AMBIGUOUS_SIGN_IN_REFUSAL); // the user credentials were incorrect

    /** The same words as imap-006 and imap-034, which were no passing trouble. */
    private static final String SAME_WORDS_OTHER_OUTCOME = "imap-007";

    /** A personal account, but only the host that was connected to told so, which is not in the text. */
    private static final String ACCOUNT_KIND_NOT_IN_TEXT = "smtp-016";

    @TestFactory
    Stream<DynamicTest> everyRecordedTextIsUnderstood() throws IOException {
        assumeTrue(Files.exists(CORPUS), "no recorded texts at " + CORPUS);
        return Files.readAllLines(CORPUS).stream()
                .map(Json::new)
                .map(json -> DynamicTest.dynamicTest(json.string("id"), () -> check(json)));
    }

    private static void check(Json json) {
        String id = json.string("id");
        Layer layer = Layer.valueOf(json.string("layer").toUpperCase(Locale.ROOT));
        Diagnosis diagnosis = Diagnosis.of(layer, json.string("raw"));
        Reason reported = Reason.valueOf(json.string("category"));
        assertAll(
                () -> assertEquals(DECIDES_NOTHING.getOrDefault(id, reported), diagnosis.reason()),
                () -> assertTrue(
                        !DECIDES_NOTHING.containsKey(id)
                                || reported == Reason.OTHER
                                || diagnosis.alternatives().get(0) == reported,
                        "the reported cause ranks first"),
                () -> assertEquals(
                        json.flag("retryable") && !id.equals(SAME_WORDS_OTHER_OUTCOME),
                        diagnosis.retryable(),
                        "retryable"),
                () -> assertTrue(actorFits(id, json, diagnosis.actor()), "acts: " + diagnosis.actor()),
                () -> assertEquals(json.millis("backoff_ms"), diagnosis.retryAfter(), "wait"));
    }

    private static boolean actorFits(String id, Json json, Actor actor) {
        if (id.equals(SAME_WORDS_OTHER_OUTCOME) || id.equals(ACCOUNT_KIND_NOT_IN_TEXT)) {
            return actor == Actor.ADMIN;
        }
        return switch (actor) {
            case ADMIN -> json.flag("needs_admin");
            case USER -> json.flag("needs_user") && !json.flag("needs_admin");
            case NOBODY -> !json.flag("needs_admin") && !json.flag("needs_user") && json.flag("retryable");
            case OPERATOR -> !json.flag("needs_admin") && !json.flag("needs_user") && !json.flag("retryable");
        };
    }

    /** One flat object as the file has it. */
    private record Json(String line) {

        String string(String name) {
            Matcher matcher = Pattern.compile('"' + name + "\": \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"")
                    .matcher(line);
            assertTrue(matcher.find(), name);
            return unescape(matcher.group(1));
        }

        boolean flag(String name) {
            return line.contains('"' + name + "\": true");
        }

        Optional<Duration> millis(String name) {
            Matcher matcher = Pattern.compile('"' + name + "\": (\\d+)").matcher(line);
            return matcher.find() ? Optional.of(Duration.ofMillis(Long.parseLong(matcher.group(1)))) : Optional.empty();
        }

        private static String unescape(String escaped) {
            return Pattern.compile("\\\\(u(....)|.)")
                    .matcher(escaped)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            match.group(2) != null
                                    ? String.valueOf((char) Integer.parseInt(match.group(2), 16))
                                    : switch (match.group(1)) {
                                        case "n" -> "\n";
                                        case "r" -> "\r";
                                        case "t" -> "\t";
                                        default -> match.group(1);
                                    }));
        }
    }
}
