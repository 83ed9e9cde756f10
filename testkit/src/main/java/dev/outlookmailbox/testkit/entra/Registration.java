package dev.outlookmailbox.testkit.entra;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one app that is registered: a confidential client of the platform "Web". Any thread may use it. */
public final class Registration {

    /** Where examples may send their users back to. */
    public static final String DEFAULT_REDIRECT_URI = "http://localhost:8080/outlook/callback";

    private final String clientId;
    private final String clientSecret;
    private final List<URI> redirectUris = new CopyOnWriteArrayList<>(List.of(URI.create(DEFAULT_REDIRECT_URI)));

    public Registration(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public String clientId() {
        return clientId;
    }

    public String clientSecret() {
        return clientSecret;
    }

    /** @throws IllegalArgumentException if Entra's portal would not take it */
    public void addRedirectUri(String redirectUri) {
        URI uri = URI.create(redirectUri);
        boolean secure = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback(uri));
        if (!secure || uri.getHost() == null || uri.getFragment() != null) {
            throw new IllegalArgumentException("'" + redirectUri + "' cannot be registered: a redirect URI is"
                    + " https://…, or http:// on localhost or 127.0.0.1, and has no fragment.");
        }
        redirectUris.add(uri);
    }

    /** Path and case matter; on localhost the port does not. */
    boolean allows(String redirectUri) {
        return redirectUris.stream().anyMatch(registered -> matches(registered, redirectUri));
    }

    @Override
    public String toString() {
        return "Registration[" + clientId + "]";
    }

    private static boolean matches(URI registered, String redirectUri) {
        if (registered.toString().equals(redirectUri)) {
            return true;
        }
        return "http".equals(registered.getScheme())
                && withoutPort(registered.toString()).equals(withoutPort(redirectUri));
    }

    private static boolean loopback(URI uri) {
        return "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
    }

    private static String withoutPort(String uri) {
        return uri.replaceFirst("^(http://[^/:]+):\\d+", "$1").replaceFirst("^(http://[^/]+)$", "$1/");
    }
}
