package dev.outlookmailbox.oauth.entra;

/**
 * A shared secret.
 *
 * @param value the secret's Value as the portal showed it once
 */
public record ClientSecret(String value) implements ClientCredential {

    @Override
    public String secretText() {
        return value;
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
