package dev.outlookmailbox.testkit;

import static dev.outlookmailbox.testkit.EntraClient.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OutlookTest
@Timeout(30)
class TokenEndpointTest {

    @Test
    void aRefreshTokenGivesAnAccessTokenThatOpensTheMailboxAndANewRefreshToken(
            FakeOutlook fake, @Mailbox("Ann Lee <ann@contoso.com>") FakeMailbox ann) throws Exception {
        String old = ann.refreshToken();
        String answer = new EntraClient(fake).refresh(old, "client_info", "1").body();
        assertEquals("Bearer", member(answer, "token_type"));
        assertEquals("3600", member(answer, "expires_in"));
        assertEquals(EntraClient.MAIL_SCOPES, member(answer, "scope"));
        assertNotEquals(old, member(answer, "refresh_token"));
        assertFalse(member(answer, "client_info").isEmpty());
        String claims = EntraClient.claims(member(answer, "access_token"));
        assertEquals("https://outlook.office.com", member(claims, "aud"));
        assertEquals("IMAP.AccessAsUser.All SMTP.Send", member(claims, "scp"));
        assertEquals("ann@contoso.com", member(claims, "upn"));
        assertEquals("OK", imap(fake, ann, answer));
    }

    @Test
    void theIdTokenIsSignedWithThePublishedKey(FakeOutlook fake, @Mailbox("Ann Lee <ann@contoso.com>") FakeMailbox ann)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        String token = member(entra.refresh(ann.refreshToken()).body(), "id_token");
        String claims = EntraClient.claims(token);
        assertEquals(fake.clientId(), member(claims, "aud"));
        assertEquals("Ann Lee", member(claims, "name"));
        assertEquals("", member(claims, "email"));
        String issuer = fake.endpoints().authority() + "/" + member(claims, "tid") + "/v2.0";
        assertEquals(issuer, member(claims, "iss"));
        String keys = entra.get("/common/discovery/v2.0/keys").body();
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(member(keys, "n")), number(member(keys, "e"))));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        int dot = token.lastIndexOf('.');
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))));
    }

    @Test
    void publishesWhereThingsAre(FakeOutlook fake) throws Exception {
        EntraClient entra = new EntraClient(fake);
        String document =
                entra.get("/common/v2.0/.well-known/openid-configuration").body();
        String base = fake.endpoints().authority().toString();
        assertEquals(base + "/common/oauth2/v2.0/token", member(document, "token_endpoint"));
        assertEquals(base + "/common/oauth2/v2.0/authorize", member(document, "authorization_endpoint"));
        assertEquals(base + "/common/discovery/v2.0/keys", member(document, "jwks_uri"));
        String instances =
                entra.get("/common/discovery/instance?api-version=1.1").body();
        assertTrue(instances.contains("\"tenant_discovery_endpoint\":\"" + base), instances);
        assertEquals(404, entra.get("/common/nothing").statusCode());
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsVerifierAndRedirectUri(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws Exception {
        EntraClient entra = new EntraClient(fake);
        String verifier = "v".repeat(43);
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String code = String.valueOf(fake.browser()
                .signIn(entra.authorizeUrl("code_challenge", challenge, "code_challenge_method", "S256"), ann.address())
                .get("code"));
        String redirectUri = fake.redirectUri();
        assertError(400, "invalid_grant", 501481, entra.redeem(code, "redirect_uri", redirectUri));
        assertError(
                400,
                "invalid_grant",
                501481,
                entra.redeem(code, "redirect_uri", redirectUri, "code_verifier", "other"));
        assertError(
                400,
                "invalid_grant",
                500112,
                entra.redeem(code, "redirect_uri", "http://localhost/x", "code_verifier", verifier));
        String answer = entra.redeem(code, "redirect_uri", redirectUri, "code_verifier", verifier)
                .body();
        assertEquals("OK", imap(fake, ann, answer));
        assertError(
                400,
                "invalid_grant",
                54005,
                entra.redeem(code, "redirect_uri", redirectUri, "code_verifier", verifier));
        assertError(400, "invalid_grant", 9002313, entra.redeem("nonsense", "redirect_uri", redirectUri));
    }

    @Test
    void checksTheAppFirst(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws Exception {
        EntraClient entra = new EntraClient(fake);
        String token = ann.refreshToken();
        assertError(401, "invalid_client", 7000215, entra.refresh(token, "client_secret", "wrong"));
        assertError(401, "invalid_client", 7000218, entra.refresh(token, "client_secret", ""));
        assertError(400, "unauthorized_client", 700016, entra.refresh(token, "client_id", "unknown"));
        assertError(400, "invalid_request", 900144, entra.refresh(token, "client_id", ""));
        assertError(400, "invalid_request", 900144, entra.token());
        assertError(400, "unsupported_grant_type", 70003, entra.token("grant_type", "password"));
        assertError(400, "invalid_grant", 70000, entra.refresh("nonsense"));
    }

    @Test
    void oneRequestNamesOneResource(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws Exception {
        EntraClient entra = new EntraClient(fake);
        String both = EntraClient.MAIL_SCOPES + " IMAP.AccessAsUser.All";
        assertError(400, "invalid_request", 28000, entra.refresh(ann.refreshToken(), "scope", both));
        assertError(400, "invalid_request", 900144, entra.refresh(ann.refreshToken(), "scope", ""));
    }

    @Test
    void aTokenInTheGraphFormOpensNoMailbox(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        String answer = entra.refresh(ann.refreshToken(), "scope", "IMAP.AccessAsUser.All SMTP.Send")
                .body();
        assertEquals("https://graph.microsoft.com", member(EntraClient.claims(member(answer, "access_token")), "aud"));
        assertEquals("NO", imap(fake, ann, answer));
        String sendOnly = entra.refresh(ann.refreshToken(), "scope", "https://outlook.office.com/SMTP.Send")
                .body();
        assertEquals("NO", imap(fake, ann, sendOnly));
        String other = entra.refresh(ann.refreshToken(), "scope", "https://outlook.office365.com/IMAP.AccessAsUser.All")
                .body();
        assertEquals("OK", imap(fake, ann, other));
    }

    @Test
    void asksForConsentToWhatWasNotAllowed(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws Exception {
        HttpResponse<String> answer =
                new EntraClient(fake).refresh(ann.refreshToken(), "scope", "https://graph.microsoft.com/Mail.Read");
        assertError(400, "invalid_grant", 65001, answer);
        assertEquals("consent_required", member(answer.body(), "suberror"));
    }

    @Test
    void revocationKillsTheRefreshTokensOfOnePersonUntilTheNextSignIn(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann, @Mailbox("bob@contoso.com") FakeMailbox bob)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        String anns = ann.refreshToken();
        String bobs = bob.refreshToken();
        String answer = entra.refresh(anns).body();
        fake.entra().revoke("ANN@contoso.com");
        assertError(400, "invalid_grant", 50173, entra.refresh(anns));
        assertError(400, "invalid_grant", 50173, entra.refresh(member(answer, "refresh_token")));
        assertEquals("OK", imap(fake, ann, answer));
        assertEquals(200, entra.refresh(bobs).statusCode());
        assertEquals(200, entra.refresh(ann.refreshToken()).statusCode());
    }

    @Test
    void oldRefreshTokensStayValidUnlessToldOtherwise(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        String token = ann.refreshToken();
        assertEquals(200, entra.refresh(token).statusCode());
        assertEquals(200, entra.refresh(token).statusCode());
        fake.entra().oneTimeRefreshTokens();
        assertEquals(200, entra.refresh(token).statusCode());
        assertError(400, "invalid_grant", 70000, entra.refresh(token));
    }

    @Test
    void throttlesAndAnswersAsToldAndCounts(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        fake.entra().throttle(Duration.ofSeconds(7), 2);
        HttpResponse<String> throttled = entra.refresh(ann.refreshToken());
        assertEquals(429, throttled.statusCode());
        assertEquals("7", throttled.headers().firstValue("Retry-After").orElse(""));
        assertEquals(429, entra.refresh(ann.refreshToken()).statusCode());
        assertEquals(200, entra.refresh(ann.refreshToken()).statusCode());
        fake.entra().answer(503, "{\"error\":\"temporarily_unavailable\"}");
        fake.entra().answer(200, "<html>");
        assertEquals(503, entra.refresh(ann.refreshToken()).statusCode());
        assertEquals("<html>", entra.refresh(ann.refreshToken()).body());
        assertEquals(5, fake.entra().tokenRequests());
        fake.entra().throttle(Duration.ofSeconds(1));
        fake.entra().reset();
        assertEquals(200, entra.refresh(ann.refreshToken()).statusCode());
        assertEquals(1, fake.entra().tokenRequests());
    }

    @Test
    void accessTokensExpireByTheClock() throws Exception {
        TestClock clock = new TestClock(Instant.parse("2026-01-02T03:04:05Z"));
        try (FakeOutlook fake = FakeOutlook.start(clock)) {
            FakeMailbox ann = fake.addMailbox("ann@contoso.com");
            fake.entra().accessTokenLifetime(Duration.ofMinutes(5));
            String answer = new EntraClient(fake).refresh(ann.refreshToken()).body();
            assertEquals("300", member(answer, "expires_in"));
            clock.advance(Duration.ofSeconds(299));
            assertEquals("OK", imap(fake, ann, answer));
            clock.advance(Duration.ofSeconds(1));
            assertEquals("NO", imap(fake, ann, answer));
        }
    }

    private static void assertError(int status, String error, int code, HttpResponse<String> answer) {
        String body = answer.body();
        assertEquals(status, answer.statusCode(), body);
        assertEquals(error, member(body, "error"), body);
        assertTrue(body.contains("\"error_codes\":[" + code + "]"), body);
        assertTrue(
                member(body, "error_description")
                        .matches("AADSTS" + code + ": .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36}"
                                + " Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ"),
                body);
        assertFalse(
                member(body, "trace_id").isEmpty()
                        || member(body, "correlation_id").isEmpty(),
                body);
    }

    /** Whether Exchange takes the token: OK or NO. */
    private static String imap(FakeOutlook fake, FakeMailbox mailbox, String answer) throws IOException {
        AccessToken token = new AccessToken(member(answer, "access_token"), Instant.MAX);
        try (TlsClient imap = new MailClient(fake).imap()) {
            String line = imap.send("A0 AUTHENTICATE XOAUTH2 " + MailClient.response(mailbox, token))
                    .until("A0 ");
            return line.substring(3, 5);
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
