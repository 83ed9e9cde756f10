package dev.outlookmailbox.core.diagnosis;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.Reason;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, there is a diagnosis, soon, of bounded size and without a secret. The seeds make failures repeatable. */
class AnyTextTest {

    private static final List<String> SEEDS = Stream.of(
                    "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70008: expired.\\r\\nTrace ID:"
                            + " 11111111-2222-3333-4444-555555550001\",\"error_codes\":[70002,70008]}",
                    "https://x/cb?error=access_denied&error_description=AADSTS65004%3a+declined%0d%0a&state=1",
                    "BAD Request is throttled. Suggested Backoff Time: 89117 milliseconds\r\n* BYE Connection closed. 14",
                    "530 5.7.57 Client not authenticated. Error: 535 5.7.139 Authentication unsuccessful"
                            + " [AM0PR01CA0101.eurprd01.prod.outlook.com 2026-10-03T08:15:27.101Z 08DE0213A4F0C1B2]",
                    "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException; 0.35250:1F009983, 1.36674:0A000000")
            .toList();

    private static final String ALPHABET = "aeE45.:=[]{}()<>\"'\\%+&;,_-~ \t\r\n\0\u2028é中\uD83D\uDE00\uD83D0AB/?*";

    @RepeatedTest(400)
    void mutatedTextsAreDiagnosed(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        text.insert(random.nextInt(text.length()), " refresh_token=" + SecretsTest.REFRESH_TOKEN + " ");
        int secretStart = text.indexOf("refresh_token=");
        for (int i = random.nextInt(30); i >= 0; i--) {
            int at = random.nextInt(text.length());
            boolean outside = at < secretStart || at > secretStart + SecretsTest.REFRESH_TOKEN.length() + 15;
            if (outside && at > secretStart) {
                text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        String mutated = text.substring(0, text.length() - random.nextInt(20));

        for (Layer layer : Layer.values()) {
            check(Diagnosis.of(layer, mutated));
            assertFalse(Diagnosis.of(layer, mutated).toString().contains("AgABAwEAAAApTwJmzXqdR4BN2miheQ"), mutated);
        }
    }

    @RepeatedTest(200)
    void garbageIsDiagnosed(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3000); i > 0; i--) {
            text.append(
                    random.nextInt(4) == 0
                            ? (char) random.nextInt(0x10000)
                            : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        for (Layer layer : Layer.values()) {
            check(Diagnosis.of(layer, text.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("provocations")
    void longRepetitionsTakeNoLongTime(String unit) {
        String text = unit.repeat(500_000 / unit.length());

        assertTimeoutPreemptively(ofSeconds(20), () -> {
            for (Layer layer : Layer.values()) {
                check(Diagnosis.of(layer, text));
            }
        });
    }

    static Stream<String> provocations() {
        return Stream.concat(
                SEEDS.stream(),
                Stream.of(
                        "a",
                        " ",
                        "\\",
                        "%",
                        "%25",
                        "&amp;",
                        "5.",
                        "4.7.",
                        "535 ",
                        "[A",
                        "[NO",
                        "eyJ",
                        "EwB",
                        "code=",
                        "error",
                        "error_codes=[",
                        "AADSTS",
                        "a_b_",
                        "0.A",
                        "M.C1_B.",
                        "refresh_token=",
                        "-",
                        "\"\"error",
                        "\\u005c",
                        "0.35250:1F009983,",
                        "11111111-2222-3333-4444-",
                        "retry after ",
                        "Trace ID: ",
                        "[Hostname=a.",
                        "NO BAD "));
    }

    @Test
    void theEndOfAHugeTextIsReadToo() {
        String text =
                "log line\n".repeat(500_000) + "\n535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is"
                        + " disabled for the Tenant.";

        assertEquals(Reason.PROTOCOL_DISABLED, Diagnosis.of(Layer.SMTP, text).reason());
    }

    @Test
    void nothingAtAllIsDiagnosed() {
        for (Layer layer : Layer.values()) {
            assertEquals(Reason.OTHER, Diagnosis.of(layer, null).reason());
            assertEquals(Reason.OTHER, Diagnosis.of(layer, "").reason());
            assertEquals("", Diagnosis.of(layer, " \r\n").serverText());
        }
    }

    private static void check(Diagnosis diagnosis) {
        assertFalse(diagnosis.advice().isBlank());
        assertTrue(diagnosis.serverText().length() <= 501, diagnosis.serverText());
        assertTrue(diagnosis.serverText().chars().noneMatch(Character::isISOControl), diagnosis.serverText());
        assertTrue(diagnosis.retryable() || diagnosis.retryAfter().isEmpty());
    }
}
