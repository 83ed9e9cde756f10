package dev.outlookmailbox.oauth.entra;

/** An app that runs where nothing can be kept secret, and so proves nothing (RFC 6749 section 2.1). */
public record PublicClient() implements ClientCredential {

    @Override
    public String secretText() {
        return "";
    }
}
