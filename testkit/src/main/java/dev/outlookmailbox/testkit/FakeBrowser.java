package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.browser.Page;
import dev.outlookmailbox.testkit.browser.Visit;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * Goes through the sign-in pages of the fake Entra over HTTPS and presses the buttons a person would press. It stops where the
 * browser would go back to the app, and gives what the app would get there. Any thread may use it.
 */
public final class FakeBrowser {

    private final X509Certificate trusted;

    FakeBrowser(X509Certificate trusted) {
        this.trusted = trusted;
    }

    /**
     * Signs a person in and accepts what the app asks for.
     *
     * @param authorizeUrl where the app sends its user
     * @param mailboxAddress who signs in; need not be the one whom the app hinted at
     * @return the parameters of the callback: {@code code} and {@code state}, or {@code error} and the rest
     * @throws IllegalStateException if Entra shows an error page instead (it is quoted), or does not offer this account
     */
    public Map<String, String> signIn(URI authorizeUrl, String mailboxAddress) {
        Visit visit = new Visit(trusted);
        Page page = visit.open(authorizeUrl);
        if (page.redirect()) {
            return page.callback();
        }
        page = visit.press(page, "account", mailboxAddress);
        return (page.asksForConsent() ? visit.press(page, "decision", "accept") : page).callback();
    }

    /**
     * Goes as far as the question whether the app may do what it asks for, as the person whom the app hinted at or else the
     * first on the page, and presses Cancel there.
     *
     * @return the parameters of the callback: {@code error} and the rest
     * @throws IllegalStateException if Entra shows an error page instead, or does not ask since the person has accepted before
     */
    public Map<String, String> decline(URI authorizeUrl) {
        Visit visit = new Visit(trusted);
        Page page = visit.open(authorizeUrl);
        List<String> accounts = page.choices("account");
        if (accounts.isEmpty()) {
            return page.callback();
        }
        page = visit.press(page, "account", accounts.get(0));
        if (!page.asksForConsent()) {
            throw new IllegalStateException(
                    "Entra did not ask, as the person has accepted before; add prompt=consent to the URL.");
        }
        return visit.press(page, "decision", "cancel").callback();
    }
}
