package dev.outlookmailbox.oauth.entra;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.Leaks;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a token request when the bytes of the answer are wrong: one POST, a typed exception, no secret. */
class TokenEndpointFaultsTest {

    private static final String TOKENS =
            "\"access_token\":\"access-" + Apps.SECRET + "\",\"refresh_token\":\"refresh-" + Apps.SECRET + "\"";

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    @Test
    void anAnswerThatDoesNotComeInTimeIsAskedForOnceAndRetryable() {
        OutlookException failure = failure(TokenEndpoint.tokens("a", "b").withFixedDelay(20_000));

        assertRetryable(ConnectionException.class, Reason.NETWORK, failure);
        assertSays("did not answer in time", failure);
        assertSays("Whether the request was carried out is unknown", failure);
    }

    @Test
    void anAnswerThatDripsIsCutOffByTheOverallTimeout() {
        OutlookException failure = failure(TokenEndpoint.tokens("a", "b").withChunkedDribbleDelay(40, 20_000));

        assertRetryable(ConnectionException.class, Reason.NETWORK, failure);
        assertSays("did not answer in time", failure);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsRetryableAndTheRequestIsNotRepeated(Fault fault) {
        OutlookException failure = failure(aResponse().withFault(fault));

        assertRetryable(ConnectionException.class, Reason.NETWORK, failure);
        assertSays("it was not repeated", failure);
    }

    @Test
    void jsonThatIsCutOffIsRetryable() {
        OutlookException failure = failure(TokenEndpoint.json(200, "{" + TOKENS + ",\"expires_"));

        assertRetryable(ConnectionException.class, Reason.TRANSIENT_SERVER, failure);
    }

    @Test
    void successWithoutATokenIsAProtocolViolation() {
        OutlookException failure = failure(TokenEndpoint.json(200, "{\"refresh_token\":\"" + Apps.SECRET + "\"}"));

        assertInstanceOf(ProtocolViolationException.class, failure);
        assertFalse(failure.retryable());
        assertSays("no access_token", failure);
    }

    @Test
    void aTokenThatCannotBeABearerTokenIsAProtocolViolation() {
        OutlookException failure =
                failure(TokenEndpoint.json(200, "{\"access_token\":\"" + Apps.SECRET + "\\r\\nX: y\"}"));

        assertInstanceOf(ProtocolViolationException.class, failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403, 404})
    void aWebPageInPlaceOfAnAnswerPointsToWhatStandsInBetween(int status) {
        OutlookException failure = failure(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withHeader("Location", "https://proxy.example/" + Apps.SECRET)
                .withBody("<html>" + TOKENS + "</html>"));

        assertInstanceOf(ConnectionException.class, failure);
        assertFalse(failure.retryable());
        assertSays("proxy", failure);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        OutlookException failure =
                failure(TokenEndpoint.json(200, "{" + TOKENS + ",\"x\":\"" + "x".repeat(3_000_000) + "\"}"));

        assertInstanceOf(ConnectionException.class, failure);
        assertFalse(failure.retryable());
        assertSays("more than a token answer", failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aServerThatIsNotWellIsRetryableAndItsPageIsNotQuoted(int status) {
        OutlookException failure = failure(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>" + TOKENS + "</html>"));

        assertRetryable(ConnectionException.class, Reason.TRANSIENT_SERVER, failure);
        assertSays("HTTP " + status, failure);
    }

    /** OkHttp repeats a POST after exactly this answer, although retries are off, unless the body forbids it. */
    @Test
    void evenAnInvitationToRepeatAtOnceIsNotFollowed() {
        OutlookException failure = failure(aResponse().withStatus(503).withHeader("Retry-After", "0"));

        assertRetryable(ConnectionException.class, Reason.TRANSIENT_SERVER, failure);
        assertEquals(Duration.ZERO, failure.diagnosis().retryAfter().orElseThrow());
    }

    @Test
    void tooManyRequestsTellHowLongToWait() {
        OutlookException failure = failure(
                aResponse().withStatus(429).withHeader("Retry-After", "7").withBody(TOKENS));

        assertRetryable(ThrottledException.class, Reason.THROTTLED, failure);
        assertEquals(Duration.ofSeconds(7), ((ThrottledException) failure).retryAfter());
    }

    @Test
    void waitingTimesMayBeDates() {
        OutlookException failure = failure(aResponse()
                .withStatus(429)
                .withHeader("Date", "Tue, 24 Nov 2026 10:00:00 GMT")
                .withHeader("Retry-After", "Tue, 24 Nov 2026 10:02:00 GMT"));

        assertEquals(Duration.ofMinutes(2), ((ThrottledException) failure).retryAfter());
    }

    @Test
    void throttlingInJsonWithAnErrorIsStillThrottling() {
        OutlookException failure = failure(TokenEndpoint.json(429, "{\"error\":\"something_new\"}"));

        assertRetryable(ThrottledException.class, Reason.THROTTLED, failure);
    }

    @Test
    void entrasRefusalKeepsItsWordsAndTheIdsForSupport() {
        OutlookException failure = failure(TokenEndpoint.invalidGrant());

        assertInstanceOf(SignInRequiredException.class, failure);
        assertFalse(failure.retryable());
        assertEquals(Reason.REFRESH_TOKEN_REVOKED, failure.diagnosis().reason());
        assertSays("AADSTS50173", failure);
        assertSays("0b7ca7b0-9b27-4d5a-8f77-0d7f8ba10e00", failure);
    }

    @Test
    void theRequestIdOfTheHeaderServesWhereTheBodyNamesNone() {
        OutlookException failure =
                failure(aResponse().withStatus(503).withHeader("x-ms-request-id", "0b7ca7b0-9b27\tX"));

        assertEquals("0b7ca7b0-9b27X", failure.diagnosis().supportId().orElseThrow());
    }

    @Test
    void aRefusalThatRepeatsOurSecretsIsCleaned() {
        OutlookException failure = failure(TokenEndpoint.json(
                400,
                "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS9002313: refresh-" + Apps.SECRET + "-0, "
                        + Apps.CLIENT_SECRET
                        + " and client~s3ntinel.%2B%2F%3D, client%7Es3ntinel.%2B%2F%3D\",\"access_token\":\""
                        + Apps.SECRET
                        + "\"}"));

        assertInstanceOf(SignInRequiredException.class, failure);
        assertSays("AADSTS9002313", failure);
    }

    @Test
    void aClaimsChallengeIsHandedOn() {
        OutlookException failure = failure(TokenEndpoint.json(
                400,
                "{\"error\":\"interaction_required\",\"suberror\":\"basic_action\",\"error_description\":\"AADSTS50076: MFA\","
                        + "\"claims\":\"{\\\"access_token\\\":{\\\"polids\\\":{\\\"essential\\\":true}}}\"}"));

        assertTrue(
                failure.diagnosis().serverText().contains("{\"access_token\":{\"polids\":{\"essential\":true}}}"),
                failure.getMessage());
    }

    private static void assertRetryable(
            Class<? extends OutlookException> type, Reason reason, OutlookException failure) {
        assertInstanceOf(type, failure);
        assertEquals(reason, failure.diagnosis().reason(), failure.getMessage());
        assertTrue(failure.retryable(), failure.getMessage());
    }

    private static OutlookException failure(ResponseDefinitionBuilder answer) {
        ENTRA.answers(answer);
        OutlookApp app = Apps.builder(ENTRA.endpoints())
                .timeouts(new Timeouts(Duration.ofMillis(900), Duration.ofMillis(900)))
                .build();
        app.adopt("ann", "refresh-" + Apps.SECRET + "-0");

        OutlookException failure =
                assertThrows(OutlookException.class, () -> app.tokens("ann").get());

        assertEquals(1, ENTRA.received().size(), "POSTs");
        Leaks.assertNone(failure);
        Leaks.assertNone(failure.diagnosis().toString());
        assertNull(failure.outcome().orElse(null));
        return failure;
    }
}
