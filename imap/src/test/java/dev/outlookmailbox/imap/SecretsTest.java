package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plants a token and looks for it in everything that people get to see. */
class SecretsTest {

    private static final String TOKEN = "SENTINEL-eyJ0eXAiOiJKV1QifQ.c2VudGluZWw.c2lnbmF0dXJl";
    private static final String WIRE = Scenario.response(TOKEN);
    private static final Path TRACE = Path.of("target", "trace.log");

    @Test
    void noTokenIsInMessagesCausesPrintsOrTraces() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String script : failures()) {
            seen.add(failing(script));
        }
        seen.add(working());
        String trace = Files.readString(TRACE);
        assertTrue(trace.contains("AUTHENTICATE XOAUTH2"), "the trace is on");
        seen.add(trace);
        for (String text : seen) {
            assertFalse(text.contains(TOKEN), () -> "the token is in: " + around(text, TOKEN));
            assertFalse(text.contains(WIRE), () -> "the response is in: " + around(text, WIRE));
        }
    }

    /** Servers that refuse, echo what they were sent, hang up, or talk nonsense. */
    private static List<String> failures() {
        String auth = Scenario.GREETING + "C: A1 AUTHENTICATE XOAUTH2 " + WIRE + "\n";
        String slow = """
                S: * OK ready
                C: A0 CAPABILITY
                S: * CAPABILITY AUTH=XOAUTH2
                S: A0 OK done
                C: A1 AUTHENTICATE XOAUTH2
                """;
        return List.of(
                auth + "S: A1 NO AUTHENTICATE failed.\n",
                auth + "S: A1 BAD what is " + WIRE + "\n",
                auth + "S: A1 NO token " + TOKEN + " expired\n",
                auth + "S: + " + WIRE + "\nC:\nS: A1 NO " + WIRE + "\n",
                auth + "S: * BYE you said " + WIRE + "\nCLOSE\n",
                auth + "S: * OK you said " + WIRE + "\nS: A1 BAD no\n",
                auth + "CLOSE\n",
                auth + "S: A1 OK welcome " + WIRE + "\nC: A2 CAPABILITY\nS: A2 BAD " + TOKEN + "\n",
                slow + "S: A1 NO no\n",
                slow + "S: +\nC: " + WIRE + "\nS: A1 NO " + WIRE + "\n");
    }

    private static String failing(String script) {
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            OutlookException e = assertThrows(OutlookException.class, () -> Scenario.connect(server, TOKEN));
            StringWriter all = new StringWriter();
            e.printStackTrace(new PrintWriter(all));
            return all + e.diagnosis().toString();
        }
    }

    private static String working() {
        try (ScriptedServer server = ScriptedServer.implicitTls(Scenario.signIn(TOKEN))) {
            MailboxAccess access = Scenario.access(server, new Scenario.Tokens(TOKEN));
            try (ImapClient client = ImapClient.connect(access, Clock.systemUTC(), time -> {})) {
                server.verify();
                return client + " " + access + " " + client.inbox();
            }
        }
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 200), at) + "***";
    }
}
