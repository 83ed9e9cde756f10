package dev.outlookmailbox.oauth.entra;

/** What an app proves itself with at the token endpoint. */
public sealed interface ClientCredential permits ClientSecret, ClientCertificate, PublicClient {

    /** The text that must not show in the server's words, {@code ""} if there is none. */
    String secretText();
}
