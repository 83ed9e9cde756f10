package dev.outlookmailbox.oauth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.oauth.fixture.IdTokens;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks every path that holds a secret while everything logs at its finest level (SLF4J, which MSAL4J uses, into a file;
 * java.util.logging, which OkHttp uses, into a handler), and looks for the word that all secrets of these tests hold.
 */
class SecretsStaySilentTest {

    private static final Path TRACE = Path.of("target", "trace.log");

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private static final List<ResponseDefinitionBuilder> ANSWERS = List.of(
            TokenEndpoint.json(200, "{\"access_token\":\"access-s3ntinel"),
            TokenEndpoint.json(200, "{\"refresh_token\":\"refresh-s3ntinel\"}"),
            TokenEndpoint.json(
                    200, "{\"access_token\":\"s3ntinel\",\"expires_in\":\"never s3ntinel\",\"id_token\":\"s3ntinel\"}"),
            TokenEndpoint.json(
                    400, "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS1: " + Apps.CLIENT_SECRET + "\"}"),
            TokenEndpoint.json(401, "{\"error\":\"invalid_client\",\"refresh_token\":\"s3ntinel\"}"),
            TokenEndpoint.json(400, "access_token=s3ntinel"),
            aResponse().withStatus(502).withBody("<html>refresh-s3ntinel</html>"),
            aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>s3ntinel</html>"),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK).withBody("s3ntinel"),
            aResponse().withStatus(302).withHeader("Location", "https://x.example/?code=s3ntinel"));

    @Test
    void noSecretSpeaksInLogsExceptionsOrToString() throws IOException {
        StringBuilder javaLog = new StringBuilder();
        Handler handler = listening(javaLog);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        try {
            signInAndRefresh();
            ANSWERS.forEach(SecretsStaySilentTest::fail);
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }

        String trace = Files.readString(TRACE);
        assertTrue(trace.contains("com.microsoft.aad.msal4j"), "MSAL4J was listened to");
        assertTrue(trace.contains("dev.outlookmailbox.oauth"), "this module was listened to");
        assertTrue(javaLog.toString().contains("okhttp3"), "OkHttp was listened to");
        Leaks.assertNone(javaLog.toString());
        trace.lines().forEach(Leaks::assertNone);
    }

    private static void signInAndRefresh() {
        OutlookApp app = Apps.at(ENTRA.endpoints());
        SignIn signIn = app.signIn();
        ENTRA.answers(IdTokens.ann()
                .with("nonce", Queries.of(signIn.url()).get("nonce"))
                .answer());
        Account account = app.completeSignIn("code=code-s3ntinel&state=" + signIn.state());
        AccessTokenProvider tokens = app.tokens(account.id());
        tokens.replace(tokens.get());
        ENTRA.answers(
                TokenEndpoint.json(200, "{\"access_token\":\"s3ntinel-2\",\"expires_in\":1,\"scope\":\"email\"}"));
        tokens.replace(tokens.get());
        for (Object printed : List.of(app, signIn, account, tokens, tokens.get())) {
            Leaks.assertNone(printed.toString());
        }
    }

    private static void fail(ResponseDefinitionBuilder answer) {
        ENTRA.answers(answer);
        OutlookApp app = Apps.at(ENTRA.endpoints());
        app.adopt("ann", "refresh-s3ntinel-0");
        try {
            app.tokens("ann").get();
        } catch (OutlookException e) {
            Leaks.assertNone(e);
        }
        SignIn signIn = app.signIn();
        signIn.url();
        Leaks.assertNone(assertThrows(
                OutlookException.class,
                () -> app.completeSignIn(Map.of("code", "code-s3ntinel", "state", signIn.state()))));
    }

    private static Handler listening(StringBuilder log) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord logged) {
                log.append(logged.getLoggerName())
                        .append(' ')
                        .append(logged.getMessage())
                        .append(' ')
                        .append(logged.getThrown())
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
