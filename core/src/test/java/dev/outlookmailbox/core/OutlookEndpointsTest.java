package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.ServerAddress.Security;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookEndpointsTest {

    private static OutlookEndpoints.Builder complete() {
        return OutlookEndpoints.custom()
                .authority("https://localhost:8443")
                .imap("localhost", 1993)
                .smtp("localhost", 1587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All");
    }

    @ParameterizedTest
    @MethodSource("clouds")
    void everyCloudUsesTlsAndOneResource(OutlookEndpoints cloud) {
        assertEquals("https", cloud.authority().getScheme());
        assertEquals(Security.IMPLICIT_TLS, cloud.imap().security());
        assertEquals(Security.STARTTLS, cloud.smtp().security());
        assertEquals(cloud.mailScopes(), MailScopes.check(cloud.mailScopes()));
        assertTrue(cloud.trusted().isEmpty());
    }

    static Stream<OutlookEndpoints> clouds() {
        return Stream.of(
                OutlookEndpoints.worldwide(),
                OutlookEndpoints.usGovernmentHigh(),
                OutlookEndpoints.usGovernmentDod(),
                OutlookEndpoints.china());
    }

    @Test
    void customEndpointsAreKeptAsGiven() {
        OutlookEndpoints endpoints = complete().imapStartTls().smtpTls().build();

        assertEquals(URI.create("https://localhost:8443"), endpoints.authority());
        assertEquals(new ServerAddress("localhost", 1993, Security.STARTTLS), endpoints.imap());
        assertEquals(new ServerAddress("localhost", 1587, Security.IMPLICIT_TLS), endpoints.smtp());
        assertEquals(List.of("https://outlook.office.com/IMAP.AccessAsUser.All"), endpoints.mailScopes());
    }

    @Test
    void oneHostCanBeReplacedInACloud() {
        OutlookEndpoints relay = OutlookEndpoints.worldwide().toBuilder()
                .smtp("relay.example", 587)
                .build();

        assertEquals("relay.example", relay.smtp().host());
        assertEquals(OutlookEndpoints.worldwide().imap(), relay.imap());
        assertEquals(OutlookEndpoints.worldwide().mailScopes(), relay.mailScopes());
    }

    @Test
    void aTrailingSlashBelongsToNoAuthority() {
        assertEquals(
                URI.create("https://login.example"),
                complete().authority("https://login.example/").build().authority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example",
                "login.example",
                "https://login.example/common",
                "https://login.example?x=1",
                "https:///x",
            })
    void anAuthorityIsHttpsWithoutPath(String authority) {
        assertThrows(
                IllegalArgumentException.class, () -> OutlookEndpoints.custom().authority(authority));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/IMAP.AccessAsUser.All",
                "https://graph.microsoft.us/Mail.Read",
                "IMAP.AccessAsUser.All",
                "offline_access",
                "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
                "http://outlook.office.com/IMAP.AccessAsUser.All",
            })
    void scopesThatExchangeWouldRefuseAreRefusedAtOnceWithTheFix(String scope) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> complete().mailScopes(scope));

        assertTrue(String.valueOf(refusal.getMessage()).contains("https://outlook.office.com/"), refusal.getMessage());
    }

    @Test
    void scopesOfTwoResourcesAreRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> complete()
                        .mailScopes("https://outlook.office.com/SMTP.Send", "https://outlook.office365.com/SMTP.Send"));

        assertTrue(String.valueOf(refusal.getMessage()).contains("AADSTS28000"));
    }

    @Test
    void whatIsMissingIsNamed() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> OutlookEndpoints.custom()
                        .authority("https://localhost")
                        .imap("localhost", 993)
                        .build());

        assertTrue(String.valueOf(refusal.getMessage()).contains("smtp(host, port)"), refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> complete().mailScopes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://host", "user@host", "ho st", "hôst"})
    void aServerAddressNeedsABareHostName(String host) {
        assertThrows(IllegalArgumentException.class, () -> complete().imap(host, 993));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void aPortIsInRange(int port) {
        assertThrows(IllegalArgumentException.class, () -> complete().smtp("localhost", port));
    }
}
