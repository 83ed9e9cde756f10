package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.util.Map;

/** The grants that the app can redeem: a code and a refresh token. Immutable; any thread may use it. */
final class TokenEndpoint {

    private final ClientCheck client;
    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final Consents consents;
    private final TokenAnswer answer;

    TokenEndpoint(
            ClientCheck client,
            AuthorizationCodes codes,
            RefreshTokens refreshTokens,
            Consents consents,
            TokenAnswer answer) {
        this.client = client;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.consents = consents;
        this.answer = answer;
    }

    Map<String, Object> redeem(String base, Map<String, String> form) throws EntraException {
        client.check(form);
        String grantType = required(form, "grant_type");
        return switch (grantType) {
            case "authorization_code" -> redeemCode(base, form);
            case "refresh_token" -> redeemRefreshToken(base, form);
            default ->
                throw EntraException.of(
                        "unsupported_grant_type",
                        70003,
                        "The app requested an unsupported grant type '" + grantType + "'.");
        };
    }

    private Map<String, Object> redeemCode(String base, Map<String, String> form) throws EntraException {
        String code = required(form, "code");
        Scopes asked = Scopes.parse(form.getOrDefault("scope", ""));
        requireOneResource(asked);
        AuthorizationCodes.Issued issued =
                codes.redeem(code, required(form, "redirect_uri"), form.getOrDefault("code_verifier", ""));
        Scopes authorized = issued.request().scopes();
        Scopes scopes = asked.isEmpty() ? firstResource(authorized) : asked;
        requireConsent(issued.account(), scopes);
        boolean refreshable = authorized.contains("offline_access") || scopes.contains("offline_access");
        return answer.create(new TokenAnswer.Request(
                base, issued.account(), scopes, issued.request().nonce(), refreshable, clientInfo(form)));
    }

    private Map<String, Object> redeemRefreshToken(String base, Map<String, String> form) throws EntraException {
        String token = required(form, "refresh_token");
        Scopes scopes = Scopes.parse(required(form, "scope"));
        requireOneResource(scopes);
        Account account = refreshTokens.redeem(token).account();
        requireConsent(account, scopes);
        return answer.create(new TokenAnswer.Request(base, account, scopes, "", true, clientInfo(form)));
    }

    private static Scopes firstResource(Scopes authorized) {
        return authorized.resources().isEmpty()
                ? authorized
                : authorized.of(authorized.resources().get(0));
    }

    private static void requireOneResource(Scopes scopes) throws EntraException {
        if (scopes.resources().size() > 1) {
            throw EntraException.invalidRequest(
                    28000,
                    "Provided value for the input parameter scope is not valid because it contains more than one"
                            + " resource. Scope " + scopes + " is not valid.");
        }
    }

    private void requireConsent(Account account, Scopes scopes) throws EntraException {
        if (!consents.covers(account, scopes)) {
            throw EntraException.invalidGrant(
                            65001,
                            "The user or administrator has not consented to use the application with ID '"
                                    + client.clientId() + "' named 'Fake app'. Send an interactive authorization"
                                    + " request for this user and resource.")
                    .suberror("consent_required");
        }
    }

    private static boolean clientInfo(Map<String, String> form) {
        return "1".equals(form.get("client_info"));
    }

    private static String required(Map<String, String> form, String name) throws EntraException {
        String value = form.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw EntraException.missing(name);
        }
        return value;
    }
}
