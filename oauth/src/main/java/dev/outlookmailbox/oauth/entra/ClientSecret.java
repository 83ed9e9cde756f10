package dev.outlookmailbox.oauth.entra;

/**
 * What a confidential client proves itself with.
 *
 * @param value the secret's Value as the portal showed it once
 */
public record ClientSecret(String value) {

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
