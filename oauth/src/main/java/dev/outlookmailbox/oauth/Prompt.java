package dev.outlookmailbox.oauth;

import java.util.Locale;

/** What Entra shows even where it need not. */
public enum Prompt {
    /** The account picker. */
    SELECT_ACCOUNT,
    /** The sign-in itself, although the browser is signed in already. */
    LOGIN,
    /** The consent page, although consent was given already. */
    CONSENT;

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
