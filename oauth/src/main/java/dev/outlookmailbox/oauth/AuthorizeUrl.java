package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.OutlookEndpoints;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the address that a sign-in starts at (OpenID Connect Core 1.0 section 3.1.2.1). MSAL4J is not asked: it always writes
 * {@code response_mode=form_post}, and a callback that reads the query string would see nothing.
 */
final class AuthorizeUrl {

    private final OutlookEndpoints endpoints;
    private final String tenant;
    private final String clientId;

    AuthorizeUrl(OutlookEndpoints endpoints, String tenant, String clientId) {
        this.endpoints = endpoints;
        this.tenant = tenant;
        this.clientId = clientId;
    }

    URI of(PendingSignIn signIn, SignInOptions options, URI redirectUri) {
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("response_type", "code");
        query.put("redirect_uri", redirectUri.toString());
        query.put("response_mode", "query");
        query.put("scope", "openid profile email offline_access " + String.join(" ", endpoints.mailScopes()));
        query.put("state", signIn.state());
        query.put("nonce", signIn.nonce());
        query.put("code_challenge", signIn.codeChallenge());
        query.put("code_challenge_method", "S256");
        query.put("login_hint", options.effectiveLoginHint());
        Prompt prompt = options.effectivePrompt();
        query.put("prompt", prompt == null ? null : prompt.parameter());
        query.put("claims", options.claims());
        return URI.create(endpoints.authority() + "/" + tenant + "/oauth2/v2.0/authorize?" + encoded(query));
    }

    /** As a query string; parameters of null are left out. */
    static String encoded(Map<String, @Nullable String> query) {
        return query.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
