package dev.outlookmailbox.testkit.entra;

import java.util.Map;
import java.util.Set;

/**
 * What an app sends its user to Entra with.
 *
 * @param codeChallenge of PKCE (RFC 7636) with S256; empty if not used
 */
record AuthorizationRequest(
        String redirectUri,
        Scopes scopes,
        String state,
        String nonce,
        String responseMode,
        String prompt,
        String loginHint,
        String codeChallenge) {

    private static final Set<String> RESPONSE_MODES = Set.of("query", "form_post");

    /** @throws EntraException for a request that must not lead back to the app, as nobody knows whether it is its own */
    static AuthorizationRequest parse(Map<String, String> query, Registration app) throws EntraException {
        String clientId = required(query, "client_id");
        if (!clientId.equals(app.clientId())) {
            throw ClientCheck.unknown(clientId);
        }
        String redirectUri = required(query, "redirect_uri");
        if (!app.allows(redirectUri)) {
            throw EntraException.invalidRequest(
                    50011,
                    "The redirect URI '" + redirectUri + "' specified in the request does not match the redirect URIs"
                            + " configured for the application '" + clientId + "'. Make sure the redirect URI sent in"
                            + " the request matches one added to your application in the Azure portal. Navigate to"
                            + " https://aka.ms/redirectUriMismatchError to learn more about how to fix this.");
        }
        String scope = required(query, "scope");
        requireSupported("response_type", required(query, "response_type"), Set.of("code"));
        String mode = query.getOrDefault("response_mode", "query");
        requireSupported("response_mode", mode, RESPONSE_MODES);
        String challenge = query.getOrDefault("code_challenge", "");
        if (!challenge.isEmpty()) {
            requireSupported("code_challenge_method", query.getOrDefault("code_challenge_method", ""), Set.of("S256"));
        }
        return new AuthorizationRequest(
                redirectUri,
                Scopes.parse(scope),
                query.getOrDefault("state", ""),
                query.getOrDefault("nonce", ""),
                mode,
                query.getOrDefault("prompt", ""),
                query.getOrDefault("login_hint", ""),
                challenge);
    }

    private static String required(Map<String, String> query, String name) throws EntraException {
        String value = query.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw EntraException.missing(name);
        }
        return value;
    }

    private static void requireSupported(String name, String value, Set<String> supported) throws EntraException {
        if (!supported.contains(value)) {
            throw EntraException.invalidRequest(
                    70007, "'" + value + "' is not a supported value of '" + name + "' when requesting a token.");
        }
    }

    /** Names where the answer goes only; state, nonce and challenge stay out of logs. */
    @Override
    public String toString() {
        return "AuthorizationRequest[" + redirectUri + "]";
    }
}
