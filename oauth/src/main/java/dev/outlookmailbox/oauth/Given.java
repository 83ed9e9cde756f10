package dev.outlookmailbox.oauth;

/** Checks of what the host hands in. */
final class Given {

    private Given() {}

    /** @throws IllegalArgumentException if the text is blank or holds a control character such as CR or LF */
    static String text(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is empty. Give one, or leave the call out.");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The " + what + " holds a line break or another control character, perhaps"
                            + " from copying it out of a file; strip it.");
        }
        return value;
    }

    /** As {@link #text}, and without any white space; the value is not shown, as it may be secret. */
    static String word(String what, String value) {
        if (text(what, value).chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new IllegalArgumentException(
                    "The " + what + " holds white space or a character outside ASCII, perhaps"
                            + " from copying it; give it exactly as the portal shows it.");
        }
        return value;
    }
}
