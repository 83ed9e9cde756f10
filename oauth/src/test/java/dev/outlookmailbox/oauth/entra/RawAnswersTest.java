package dev.outlookmailbox.oauth.entra;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.Leaks;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.fixture.RawServer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no web server library would send. */
class RawAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"access_token\":\"s3ntinel",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n900\r\n{\"access_token\":\"s3ntinel",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\ns3ntinel\r\n",
                "HTTP/1.1 200 OK\r\nContent-Len",
                "s3ntinel is no status line\r\n\r\n",
                ""
            })
    void aBrokenAnswerIsRetryableAndNeitherQuotedNorAskedForAgain(String answer) throws IOException {
        try (RawServer server = new RawServer(answer)) {
            OutlookApp app = Apps.at(Apps.endpoints(server.port(), server.certificate()));
            app.adopt("ann", "refresh-" + Apps.SECRET);

            ConnectionException failure = assertThrows(
                    ConnectionException.class, () -> app.tokens("ann").get());

            assertEquals(Reason.NETWORK, failure.diagnosis().reason());
            assertTrue(failure.retryable());
            assertSays("it was not repeated", failure);
            assertEquals(1, server.requests());
            Leaks.assertNone(failure);
        }
    }
}
