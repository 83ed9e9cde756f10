package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.oauth.Account;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.SignIn;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.io.IOException;
import java.util.Map;

/** A fake Entra and a fake Exchange in this process. */
final class FakeStage implements QuickstartStage {

    private static final String REDIRECT_URI = "https://crm.example/outlook/callback";

    private final Steps steps;
    private final FakeWithMail place;
    private final FakeOutlook fake;

    FakeStage(Steps steps) throws IOException {
        this.steps = steps;
        this.place = FakeWithMail.start();
        this.fake = place.outlook();
        fake.entra().registerRedirectUri(REDIRECT_URI);
        steps.title("outlook-mailbox on FakeOutlook: a Microsoft of its own in this process, no tenant, no network");
    }

    @Override
    public OutlookMailbox connect() {
        OutlookApp app = OutlookApp.builder()
                .clientId(fake.clientId())
                .clientSecret(fake.clientSecret())
                .redirectUri(REDIRECT_URI)
                .endpoints(fake.endpoints())
                .build();
        SignIn signIn = app.signIn().loginHint(FakeWithMail.ANN).expecting(FakeWithMail.ANN);
        steps.step(
                "Sign in",
                "the browser goes to " + signIn.url().getAuthority()
                        + signIn.url().getPath());
        Map<String, String> callback = fake.browser().signIn(signIn.url(), FakeWithMail.ANN);
        Account account = app.completeSignIn(callback);
        steps.line("Ann chose her account and consented; state, nonce and PKCE hold");
        steps.line("granted: " + String.join(" ", account.grantedScopes()));

        OutlookMailbox mailbox = OutlookMailbox.open(app, account.id());
        steps.step(
                "Connect",
                "connected to the mailbox of " + mailbox.address()
                        + " by XOAUTH2; no address, no password was configured");
        return mailbox;
    }

    @Override
    public void showMore(OutlookMailbox mailbox) {
        anHourLater(mailbox);
        aFailure();
    }

    private void anHourLater(OutlookMailbox mailbox) {
        int before = fake.entra().tokenRequests();
        fake.entra().expireAccessTokens();
        String subject = mailbox.inbox().latest(1).get(0).subject();
        int requests = fake.entra().tokenRequests() - before;
        steps.step(
                "An hour later",
                "Microsoft ended the session (BYE … AccessTokenExpired); the same object simply read on: “" + subject
                        + "”");
        steps.line("behind it: " + requests
                + " token request, a rotated refresh token saved before use, a new connection");
    }

    private void aFailure() {
        steps.step("When it fails", "with a wrong client secret the exception says who does what:");
        try (OutlookMailbox never = OutlookMailbox.builder()
                .client(fake.clientId(), "not~the~secret")
                .refreshToken(place.ann().refreshToken())
                .endpoints(fake.endpoints())
                .connect()) {
            steps.line("connected to " + never.address() + ", which should not have happened");
        } catch (OutlookException e) {
            steps.line(e.getClass().getSimpleName() + ", " + e.diagnosis().reason() + ", who acts: "
                    + e.diagnosis().actor());
            steps.line(e.diagnosis().advice());
        }
    }

    @Override
    public void close() {
        fake.close();
    }
}
