package dev.outlookmailbox.smtp;

import static dev.outlookmailbox.smtp.Scripts.BYE;
import static dev.outlookmailbox.smtp.Scripts.TOKEN;
import static dev.outlookmailbox.smtp.Scripts.assertSays;
import static dev.outlookmailbox.smtp.Scripts.auth;
import static dev.outlookmailbox.smtp.Scripts.client;
import static dev.outlookmailbox.smtp.Scripts.greeting;
import static dev.outlookmailbox.smtp.Scripts.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.AccessBlockedException;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignInTest {

    private static final String REFUSED =
            "S: 535 5.7.3 Authentication unsuccessful [AM3PR05CA0094.eurprd05.prod.outlook.com]\n";

    @Test
    void sendsTheTokenWithTheCommand() {
        try (ScriptedServer server = ScriptedServer.implicitTls(greeting("250-8BITMIME") + auth(TOKEN) + BYE)) {
            verify(server, Tokens.of(TOKEN));
        }
    }

    @Test
    void sendsATokenThatIsTooLongForTheLineOnALineOfItsOwn() {
        String token = "x".repeat(9_500);
        String script = greeting("250-8BITMIME") + """
                C: AUTH XOAUTH2
                S: 334
                C: %s
                S: 235 2.7.0 Authentication successful
                """.formatted(response(token)) + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            verify(server, Tokens.of(token));
        }
    }

    @Test
    void usesTheLineUpToItsLastOctet() {
        String token = "x".repeat(9_169);
        assertEquals(12_288 - "AUTH XOAUTH2 \r\n".length() - 1, response(token).length());
        try (ScriptedServer server = ScriptedServer.implicitTls(greeting("250-8BITMIME") + auth(token) + BYE)) {
            verify(server, Tokens.of(token));
        }
    }

    @Test
    void answersAnErrorChallengeWithAnEmptyLineAndShowsBothTexts() {
        // {"status":"401","schemes":"bearer"}
        String script = greeting("250-8BITMIME") + """
                C: AUTH XOAUTH2 %s
                S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIn0=
                C:
                """.formatted(response(TOKEN)) + REFUSED;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, Tokens.of(TOKEN))) {
            OutlookException refusal = assertThrows(OutlookException.class, client::verify);
            server.verify();
            assertSays("535 5.7.3", refusal);
            assertSays("\"status\":\"401\"", refusal);
            assertEquals(Optional.empty(), refusal.outcome());
        }
    }

    @Test
    void sendsNoTokenToAServerThatDoesNotOfferXOAuth2() {
        String script = """
                S: 220 mx.protection.outlook.com ready
                C: EHLO [127.0.0.1]
                S: 250-mx.protection.outlook.com Hello
                S: 250 AUTH LOGIN PLAIN
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, Tokens.of(TOKEN))) {
            AppMisconfiguredException refusal = assertThrows(AppMisconfiguredException.class, client::verify);
            assertEquals(Reason.PROTOCOL_DISABLED, refusal.diagnosis().reason());
            assertSays("AUTH LOGIN PLAIN", refusal);
            server.verify();
            assertEquals(List.of("EHLO [127.0.0.1]"), server.received());
        }
    }

    @Test
    void replacesARefusedTokenOnceOnANewConnection() {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response("first-token-1234") + "\n" + REFUSED
                + "--\n" + greeting("250-8BITMIME") + auth("second-token-1234") + BYE;
        Tokens tokens = Tokens.of("first-token-1234", "second-token-1234");
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            verify(server, tokens);
            assertEquals(List.of("first-token-1234"), tokens.refused);
        }
    }

    @Test
    void takesASecondRefusalForFinal() {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response("first-token-1234") + "\n" + REFUSED
                + "--\n" + greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response("second-token-1234") + "\n"
                + REFUSED;
        Tokens tokens = Tokens.of("first-token-1234", "second-token-1234", "third-token-1234");
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, tokens)) {
            assertThrows(OutlookException.class, client::verify);
            server.verify();
            assertEquals(List.of("first-token-1234"), tokens.refused);
        }
    }

    @Test
    void doesNotOfferTheSameTokenTwice() {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response(TOKEN) + "\n" + REFUSED;
        Tokens tokens = Tokens.of(TOKEN);
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, tokens)) {
            assertThrows(OutlookException.class, client::verify);
            server.verify();
            assertEquals(List.of(TOKEN), tokens.refused);
        }
    }

    @Test
    void keepsTheTokenWhenTheServerIsMerelyBusy() {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response(TOKEN) + """

                S: 454 4.7.0 Temporary authentication failure
                """;
        Tokens tokens = Tokens.of(TOKEN, "another-token-1234");
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, tokens)) {
            ConnectionException busy = assertThrows(ConnectionException.class, client::verify);
            assertTrue(busy.retryable());
            server.verify();
            assertEquals(List.of(), tokens.refused);
        }
    }

    @Test
    void keepsTheTokenWhereTheAdministratorHasSwitchedSubmissionOff() {
        String script = greeting("250-8BITMIME") + "C: AUTH XOAUTH2 " + response(TOKEN) + """

                S: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.
                """;
        Tokens tokens = Tokens.of(TOKEN, "another-token-1234");
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                SmtpClient client = client(server, tokens)) {
            AccessBlockedException off = assertThrows(AccessBlockedException.class, client::verify);
            assertEquals(Reason.PROTOCOL_DISABLED, off.diagnosis().reason());
            server.verify();
            assertEquals(List.of(), tokens.refused);
        }
    }

    private static void verify(ScriptedServer server, Tokens tokens) {
        try (SmtpClient client = client(server, tokens)) {
            client.verify();
        }
        server.verify();
    }
}
