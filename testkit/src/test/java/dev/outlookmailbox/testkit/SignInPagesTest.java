package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OutlookTest
@Timeout(30)
class SignInPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"query", "form_post"})
    void signsInAndReturnsCodeAndState(String mode, FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        Map<String, String> callback =
                fake.browser().signIn(entra.authorizeUrl("response_mode", mode, "nonce", "n-1"), ann.address());
        assertEquals("the state & more", callback.get("state"));
        String answer = entra.redeem(String.valueOf(callback.get("code")), "redirect_uri", fake.redirectUri())
                .body();
        String claims = EntraClient.claims(EntraClient.member(answer, "id_token"));
        assertEquals("n-1", EntraClient.member(claims, "nonce"));
        assertEquals("ann@contoso.com", EntraClient.member(claims, "preferred_username"));
    }

    @Test
    void theUserMayPickAnotherAccountThanTheHintedOne(
            FakeOutlook fake,
            @Mailbox("ann@contoso.com") FakeMailbox ann,
            @Mailbox("Bob <bob@outlook.com>") FakeMailbox bob)
            throws Exception {
        EntraClient entra = new EntraClient(fake);
        URI url = entra.authorizeUrl("login_hint", ann.address());
        String code = String.valueOf(fake.browser().signIn(url, bob.address()).get("code"));
        String answer = entra.redeem(
                        code,
                        "redirect_uri",
                        fake.redirectUri(),
                        "scope",
                        "email " + "openid profile " + EntraClient.MAIL_SCOPES)
                .body();
        String claims = EntraClient.claims(EntraClient.member(answer, "id_token"));
        assertEquals("bob@outlook.com", EntraClient.member(claims, "email"));
        assertEquals("9188040d-6c67-4c5b-b112-36a304b66dad", EntraClient.member(claims, "tid"));
        assertTrue(EntraClient.member(answer, "access_token").startsWith("EwB"));
    }

    @Test
    void asksForConsentOnceUnlessToldToAskAgain(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
        EntraClient entra = new EntraClient(fake);
        fake.browser().signIn(entra.authorizeUrl(), ann.address());
        assertThrows(IllegalStateException.class, () -> fake.browser().decline(entra.authorizeUrl()));
        Map<String, String> callback = fake.browser().decline(entra.authorizeUrl("prompt", "consent"));
        assertEquals("consent_required", callback.get("error"));
        assertTrue(String.valueOf(callback.get("error_description")).startsWith("AADSTS65004"));
        assertEquals("the state & more", callback.get("state"));
    }

    @Test
    void refusesToSignInSilently(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
        URI url = new EntraClient(fake).authorizeUrl("prompt", "none");
        assertEquals("login_required", fake.browser().signIn(url, ann.address()).get("error"));
    }

    @Test
    void showsAnErrorPageAndSendsNobodyBackWhenTheRedirectUriIsNotRegistered(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws Exception {
        EntraClient entra = new EntraClient(fake);
        URI url = entra.authorizeUrl("redirect_uri", "https://crm.example/callback");
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> fake.browser().signIn(url, ann.address()));
        assertTrue(error.toString().contains("AADSTS50011"), error.toString());
        assertEquals(400, entra.get(url.getPath() + "?" + url.getRawQuery()).statusCode());
        fake.entra().registerRedirectUri("https://crm.example/callback");
        assertTrue(fake.browser().signIn(url, ann.address()).containsKey("code"));
        assertThrows(
                IllegalArgumentException.class, () -> fake.entra().registerRedirectUri("http://crm.example/callback"));
    }

    @Test
    void anyPortWillDoOnLocalhost(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
        EntraClient entra = new EntraClient(fake);
        fake.entra().registerRedirectUri("http://127.0.0.1/");
        assertTrue(fake.browser()
                .signIn(entra.authorizeUrl("redirect_uri", "http://127.0.0.1:49152/"), ann.address())
                .containsKey("code"));
        assertThrows(
                IllegalStateException.class,
                () -> fake.browser()
                        .signIn(entra.authorizeUrl("redirect_uri", "http://127.0.0.1:49152/other"), ann.address()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=x:AADSTS700016", "response_type=token:AADSTS70007", "scope=:AADSTS900144"})
    void showsAnErrorPageForRequestsItDoesNotUnderstand(
            String mistake, FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
        String name = mistake.substring(0, mistake.indexOf('='));
        String value = mistake.substring(mistake.indexOf('=') + 1, mistake.indexOf(':'));
        URI url = new EntraClient(fake).authorizeUrl(name, value);
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> fake.browser().signIn(url, ann.address()));
        assertTrue(error.toString().contains(mistake.substring(mistake.indexOf(':') + 1)), error.toString());
    }

    @Test
    void saysOnEveryPageThatItIsAFakeAndEscapesNames(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException, InterruptedException {
        fake.addMailbox("mallory@contoso.com", "<script>alert(1)</script>");
        URI url = new EntraClient(fake).authorizeUrl();
        String page = new EntraClient(fake)
                .get(url.getPath() + "?" + url.getRawQuery())
                .body();
        assertTrue(page.contains("This is a fake."), page);
        assertTrue(page.contains(ann.address()), page);
        assertFalse(page.contains("<script>alert"), page);
    }

    @Test
    void offersOnlyTheAccountsThereAre(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
        URI url = new EntraClient(fake).authorizeUrl();
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> fake.browser().signIn(url, "nobody@contoso.com"));
        assertTrue(error.toString().contains(ann.address()), error.toString());
    }
}
