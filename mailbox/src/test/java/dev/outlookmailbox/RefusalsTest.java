package dev.outlookmailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.error.AccessBlockedException;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import dev.outlookmailbox.testkit.OutlookTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@OutlookTest
class RefusalsTest {

    private static final String ID = "11111111-2222-3333-4444-555555555555";

    @Test
    void the_id_of_a_secret_in_place_of_its_value_is_refused_before_any_request(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> builder(fake, ann).client(fake.clientId(), ID).connect());
        assertTrue(
                String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains("value"), refused.getMessage());
        assertEquals(0, fake.entra().tokenRequests());
    }

    @Test
    void blank_strings_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> OutlookMailbox.connect(" ", "secret~value", "rt"));
        assertThrows(IllegalArgumentException.class, () -> OutlookMailbox.connect(ID, " ", "rt"));
        assertThrows(IllegalArgumentException.class, () -> OutlookMailbox.connect(ID, "secret~value", " "));
        assertThrows(
                IllegalArgumentException.class, () -> OutlookMailbox.builder().connect());
    }

    @Test
    void a_wrong_secret_is_the_operators_to_fix(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        assertReason(
                Reason.INVALID_CLIENT_CREDENTIALS,
                AppMisconfiguredException.class,
                builder(fake, ann).client(fake.clientId(), "wrong~secret"));
    }

    @Test
    void a_wrong_refresh_token_means_signing_in_again(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        assertThrows(
                SignInRequiredException.class,
                () -> builder(fake, ann).refreshToken("not-a-refresh-token").connect());
    }

    @Test
    void a_revoked_grant_means_signing_in_again(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        String token = ann.refreshToken();
        fake.entra().revoke("ann@contoso.com");
        assertReason(
                Reason.REFRESH_TOKEN_REVOKED,
                SignInRequiredException.class,
                builder(fake, ann).refreshToken(token));
    }

    @Test
    void a_throttled_token_endpoint_says_how_long(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        fake.entra().throttle(Duration.ofSeconds(77));
        ThrottledException throttled =
                assertThrows(ThrottledException.class, () -> builder(fake, ann).connect());
        assertEquals(Duration.ofSeconds(77), throttled.retryAfter());
    }

    @Test
    void imap_that_lets_in_and_then_has_no_mailbox_is_not_connected(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        fake.exchange().refuseMailbox();
        OutlookException refused =
                assertThrows(OutlookException.class, () -> builder(fake, ann).connect());
        assertEquals(Reason.MAILBOX_MISMATCH_OR_NO_ACCESS, refused.diagnosis().reason());
    }

    @Test
    void a_bare_refusal_names_what_it_may_be(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        fake.exchange().disableImap();
        Diagnosis diagnosis = assertThrows(
                        AccessBlockedException.class, () -> builder(fake, ann).connect())
                .diagnosis();
        assertTrue(
                diagnosis.alternatives().contains(Reason.PROTOCOL_DISABLED)
                        || diagnosis.reason() != Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
                diagnosis.toString());
    }

    @Test
    void smtp_auth_that_is_off_is_the_administrators_and_reading_works_on(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        fake.exchange().disableSmtpAuth();
        try (OutlookMailbox mailbox = builder(fake, ann).connect()) {
            AccessBlockedException refused = assertThrows(
                    AccessBlockedException.class,
                    () -> mailbox.send(dev.outlookmailbox.smtp.OutgoingMessage.to("a@example.com")
                            .text("x")));
            assertEquals(Reason.PROTOCOL_DISABLED, refused.diagnosis().reason());
            assertEquals(0, mailbox.inbox().latest(1).size());
        }
    }

    @Test
    void an_unreachable_host_is_named(FakeOutlook fake) throws IOException {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        OutlookEndpoints nobody =
                fake.endpoints().toBuilder().imap("localhost", closed).build();
        ConnectionException failed = assertThrows(
                ConnectionException.class,
                () -> builder(fake, ann).endpoints(nobody).connect());
        assertTrue(String.valueOf(failed.getMessage()).contains("localhost:" + closed), failed.getMessage());
        assertTrue(failed.retryable());
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused_everywhere(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        OutlookEndpoints untrusted =
                fake.endpoints().toBuilder().trust(new X509Certificate[0]).build();
        ConnectionException atEntra = assertThrows(
                ConnectionException.class,
                () -> builder(fake, ann).endpoints(untrusted).connect());
        assertTrue(String.valueOf(atEntra.getMessage()).contains("certificate"), atEntra.getMessage());
        ConnectionException atImap = assertThrows(
                ConnectionException.class,
                () -> OutlookMailbox.builder()
                        .tokens(ann.tokens())
                        .mailbox("ann@contoso.com")
                        .endpoints(untrusted)
                        .connect());
        assertTrue(String.valueOf(atImap.getMessage()).contains("certificate"), atImap.getMessage());
    }

    private static void assertReason(
            Reason reason, Class<? extends OutlookException> type, OutlookMailbox.Builder builder) {
        assertEquals(reason, assertThrows(type, builder::connect).diagnosis().reason());
    }

    private static OutlookMailbox.Builder builder(FakeOutlook fake, FakeMailbox mailbox) {
        return OutlookMailbox.builder()
                .client(fake.clientId(), fake.clientSecret())
                .refreshToken(mailbox.refreshToken())
                .endpoints(fake.endpoints());
    }
}
