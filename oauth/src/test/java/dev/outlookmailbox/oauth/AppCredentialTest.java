package dev.outlookmailbox.oauth;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an app proves itself at the token endpoint: by secret, by certificate, or not at all. */
class AppCredentialTest {

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private static final HeldCertificate PAIR =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate OTHER =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate ELLIPTIC = new HeldCertificate.Builder().build();

    private final OutlookApp.Builder builder =
            OutlookApp.builder().clientId(Apps.CLIENT_ID).endpoints(ENTRA.endpoints());

    @Test
    void aCertificateSignsANewAssertionForEachRequest() throws Exception {
        ENTRA.answers(TokenEndpoint.tokens("at", "rt"));
        OutlookApp app = builder.certificate(PAIR.keyPair().getPrivate(), PAIR.certificate())
                .build();
        app.adopt("ann", "rt0");

        app.tokens("ann").replace(app.tokens("ann").get());

        Map<String, String> form = ENTRA.received().get(0);
        assertEquals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form.get("client_assertion_type"));
        assertFalse(form.containsKey("client_secret"));
        String[] jwt = String.valueOf(form.get("client_assertion")).split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(PAIR.certificate());
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(jwt[2])));
        assertEquals(Apps.CLIENT_ID, json(jwt[1]).path("iss").asText());
        assertTrue(json(jwt[1]).path("aud").asText().startsWith("https://localhost"));
        assertEquals(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(PAIR.certificate().getEncoded())),
                json(jwt[0])
                        .path("x5t#S256")
                        .asText()
                        .replace('+', '-')
                        .replace('/', '_')
                        .replace("=", ""));
        assertNotEquals(form.get("client_assertion"), ENTRA.received().get(1).get("client_assertion"));
    }

    @Test
    void aPublicClientSendsNothingButItsId() {
        ENTRA.answers(TokenEndpoint.tokens("at", "rt"));
        OutlookApp app = builder.build();
        app.adopt("ann", "rt0");

        app.tokens("ann").get();

        Map<String, String> form = ENTRA.received().get(0);
        assertEquals(Apps.CLIENT_ID, form.get("client_id"));
        assertFalse(form.containsKey("client_secret"));
        assertFalse(form.containsKey("client_assertion"));
    }

    @Test
    void aThrottledUserOfAPublicClientDoesNotStopAnother() {
        ENTRA.answersInTurn(
                TokenEndpoint.json(429, "").withHeader("Retry-After", "3000"), TokenEndpoint.tokens("at", "rt"));
        OutlookApp app = builder.build();
        app.adopt("ann", "rt-ann");
        app.adopt("bob", "rt-bob");

        assertThrows(ThrottledException.class, () -> app.tokens("ann").get());

        assertEquals("at", app.tokens("bob").get().value());
        assertEquals("at", app.tokens("ann").get().value());
    }

    @Test
    void secretAndCertificateAreNotMixed() {
        builder.clientSecret("secret");
        assertSays("not by both", certificateRefused(PAIR, PAIR));

        OutlookApp.Builder other =
                OutlookApp.builder().certificate(PAIR.keyPair().getPrivate(), PAIR.certificate());
        assertSays("not by both", assertThrows(IllegalArgumentException.class, () -> other.clientSecret("secret")));
    }

    @Test
    void aKeyThatIsNotOfTheCertificateIsRefused() {
        assertSays("does not belong to the certificate", certificateRefused(PAIR, OTHER));
    }

    @Test
    void aKeyThatIsNotRsaIsRefused() {
        assertSays("must be RSA", certificateRefused(ELLIPTIC, ELLIPTIC));
    }

    private IllegalArgumentException certificateRefused(HeldCertificate key, HeldCertificate certificate) {
        return assertThrows(
                IllegalArgumentException.class,
                () -> builder.certificate(key.keyPair().getPrivate(), certificate.certificate()));
    }

    private static JsonNode json(String base64) throws Exception {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(base64));
    }
}
