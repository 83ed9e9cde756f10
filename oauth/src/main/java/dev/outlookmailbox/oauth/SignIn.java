package dev.outlookmailbox.oauth;

import java.net.URI;

/**
 * One sign-in by authorization code, with PKCE, state and nonce inside. Send the user's browser to {@link #url()}; Entra sends
 * it back to the redirect URI, and {@link OutlookApp#completeSignIn(String)} does the rest. Immutable; each option gives a new
 * sign-in with secrets of its own. Any thread may use it.
 *
 * <p>A sign-in can be completed once, within 15 minutes, by the {@link OutlookApp} object that started it. Entra shows some
 * refusals (a blocked device, a missing redirect URI) in the browser only, and then nothing ever comes back.
 */
public final class SignIn {

    private final SignInFlow flow;
    private final SignInOptions options;
    private final PendingSignIn pending;
    private boolean started;

    SignIn(SignInFlow flow, SignInOptions options) {
        this.flow = flow;
        this.options = options;
        this.pending = flow.prepare(options);
    }

    /**
     * Fills in the user's name on the page. A hint only: the user may still pick another account.
     *
     * @throws IllegalArgumentException if it is blank or holds a control character
     */
    public SignIn loginHint(String hint) {
        return new SignIn(flow, options.withLoginHint(hint));
    }

    /**
     * Fails the sign-in if another account is picked, or one whose address Entra does not tell. Also the login hint, unless
     * one is given.
     *
     * <p>Guards against the wrong pick in an account picker. It is no proof of identity: what addresses a token names is up to
     * the administrator of the user's tenant. Recognise people by {@link Account#id()}.
     *
     * @throws IllegalArgumentException if this is no mail address
     */
    public SignIn expecting(String address) {
        return new SignIn(flow, options.withExpected(address));
    }

    /** Without this call the account picker is shown, unless a login hint or an expected address names the account. */
    public SignIn prompt(Prompt prompt) {
        return new SignIn(flow, options.withPrompt(prompt));
    }

    /**
     * Passes on a claims challenge, so that Entra asks for what it had missed, such as a second factor.
     *
     * @param json the challenge exactly as it came
     * @throws IllegalArgumentException if this is no JSON object
     */
    public SignIn claims(String json) {
        return new SignIn(flow, options.withClaims(json));
    }

    /** Where to send the browser. From the first call on the callback is awaited. */
    public synchronized URI url() {
        if (!started) {
            flow.await(pending);
            started = true;
        }
        return flow.url(pending, options);
    }

    /**
     * What the callback's {@code state} will be. Keep it in the user's session and compare before completing, so that nobody
     * completes a sign-in that another browser started (RFC 6749 section 10.12).
     */
    public String state() {
        return pending.state();
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "SignIn[" + options + "]";
    }
}
