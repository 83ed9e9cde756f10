package dev.outlookmailbox.smtp;

import static dev.outlookmailbox.smtp.Scripts.BYE;
import static dev.outlookmailbox.smtp.Scripts.client;
import static dev.outlookmailbox.smtp.Scripts.greeting;
import static dev.outlookmailbox.smtp.Scripts.message;
import static dev.outlookmailbox.smtp.Scripts.response;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted token is looked for in everything that comes out. The log level of this module is TRACE in tests. */
@Timeout(60)
class SecrecyTest {

    private static final String SECRET = "SentinelTokenThatMustNeverBeSeen0123456789abcdef";

    private final PrintStream realErrors = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(realErrors);
    }

    @Test
    void aSuccessfulSendLogsTheConversationWithoutTheToken() {
        String script = greeting("250-PIPELINING\nS: 250-SIZE 1000000")
                + Scripts.auth(SECRET)
                + message("ada@example.com", "250 2.0.0 OK")
                + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(SECRET))) {
                SendReceipt receipt =
                        client.send(OutgoingMessage.to("ada@example.com").text("x"));
                assertHidden(receipt + " " + client);
            }
            server.verify();
        }
        assertTrue(log().contains("MAIL FROM:<ann@contoso.com>"), "nothing was logged, so nothing was proved");
        assertHidden(log());
    }

    /** Servers that repeat what they refuse: the whole line, its start, its end, what it decodes to. */
    @ParameterizedTest
    @ValueSource(strings = {"RESPONSE", "HEAD", "TAIL", "TOKEN", "PIECE"})
    void aServerThatRepeatsTheTokenDoesNotMakeItSeen(String what) {
        String response = response(SECRET);
        String echo = switch (what) {
            case "RESPONSE" -> response;
            case "HEAD" -> response.substring(0, 60) + "...";
            case "TAIL" -> "..." + response.substring(response.length() - 40);
            case "TOKEN" -> "auth=Bearer " + SECRET;
            default -> SECRET.substring(8, 40);
        };
        String challenge =
                Base64.getEncoder().encodeToString(("{\"token\":\"" + echo + "\"}").getBytes(StandardCharsets.UTF_8));
        refuse("S: 535 5.7.3 Bad argument: AUTH XOAUTH2 " + echo);
        refuse("S: 334 " + challenge + "\nC:\nS: 535 5.7.3 Authentication unsuccessful");
        refuse("S: what is " + echo + "\nCLOSE");
        refuse("S: 421 4.7.0 No more of " + echo + "\nCLOSE");
    }

    private void refuse(String answer) {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response(SECRET) + "\n" + answer;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, Tokens.of(SECRET))) {
            OutlookException refusal = assertThrows(
                    OutlookException.class,
                    () -> client.send(OutgoingMessage.to("ada@example.com").text("x")));
            server.verify();
            assertHidden(print(refusal));
            assertHidden(refusal.diagnosis().toString());
        }
        assertHidden(log());
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static String print(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    private static void assertHidden(String output) {
        String response = response(SECRET);
        for (int i = 0; i + 12 <= SECRET.length(); i++) {
            assertFalse(output.contains(SECRET.substring(i, i + 12)), output);
        }
        for (int i = 0; i + 12 <= response.length(); i++) {
            assertFalse(output.contains(response.substring(i, i + 12)), output);
        }
    }
}
