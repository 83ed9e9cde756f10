package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.oauth.entra.Json;
import org.jspecify.annotations.Nullable;

/** What the host asked of one sign-in; null is "nothing". */
record SignInOptions(
        @Nullable String loginHint,
        @Nullable String expected,
        @Nullable Prompt prompt,
        @Nullable String claims) {

    static final SignInOptions NONE = new SignInOptions(null, null, null, null);

    SignInOptions withLoginHint(String hint) {
        return new SignInOptions(Given.text("login hint", hint), expected, prompt, claims);
    }

    SignInOptions withExpected(String address) {
        return new SignInOptions(loginHint, MailAddress.of(address).address(), prompt, claims);
    }

    SignInOptions withPrompt(Prompt wanted) {
        return new SignInOptions(loginHint, expected, wanted, claims);
    }

    SignInOptions withClaims(String json) {
        if (Json.object(json).isEmpty()) {
            throw new IllegalArgumentException(
                    "Claims are one JSON object, passed on as the claims challenge of the refused token request gave it.");
        }
        return new SignInOptions(loginHint, expected, prompt, json);
    }

    @Nullable
    String effectiveLoginHint() {
        return loginHint == null ? expected : loginHint;
    }

    /** The account picker, unless the host named an account or a prompt: browsers are often signed in to another account. */
    @Nullable
    Prompt effectivePrompt() {
        return prompt == null && effectiveLoginHint() == null ? Prompt.SELECT_ACCOUNT : prompt;
    }
}
