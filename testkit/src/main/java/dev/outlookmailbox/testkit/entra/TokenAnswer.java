package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.testkit.directory.Account;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a successful answer together. Immutable. */
final class TokenAnswer {

    private final Registration app;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Clock clock;
    private final Randomness random;

    TokenAnswer(
            Registration app, AccessTokens accessTokens, RefreshTokens refreshTokens, Clock clock, Randomness random) {
        this.app = app;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param base the address of this server
     * @param nonce of the sign-in, empty if none
     * @param refreshable whether to hand out a refresh token
     * @param clientInfo whether the client asked for the ids of the account
     */
    record Request(
            String base, Account account, Scopes scopes, String nonce, boolean refreshable, boolean clientInfo) {}

    Map<String, Object> create(Request request) {
        Account account = request.account();
        AccessToken token = accessTokens.mint(account, request.scopes());
        long seconds = accessTokens.lifetime().toSeconds();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("scope", String.join(" ", request.scopes().permissions()));
        answer.put("expires_in", seconds);
        answer.put("ext_expires_in", seconds);
        answer.put("access_token", token.value());
        if (request.refreshable()) {
            answer.put("refresh_token", refreshTokens.issue(account));
        }
        if (request.scopes().contains("openid")) {
            answer.put("id_token", SigningKey.shared().sign(idClaims(request)));
        }
        if (request.clientInfo()) {
            String ids = Json.write(Map.of("uid", account.objectId(), "utid", account.tenantId()));
            answer.put("client_info", SigningKey.base64(ids.getBytes(StandardCharsets.UTF_8)));
        }
        return answer;
    }

    private Map<String, Object> idClaims(Request request) {
        Account account = request.account();
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", app.clientId());
        claims.put("iss", request.base() + "/" + account.tenantId() + "/v2.0");
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.plus(accessTokens.lifetime()).getEpochSecond());
        if (request.scopes().contains("email")) {
            claims.put("email", account.address());
        }
        if (request.scopes().contains("profile")) {
            claims.put("name", account.name());
            claims.put("preferred_username", account.address());
            claims.put("oid", account.objectId());
        }
        if (!request.nonce().isEmpty()) {
            claims.put("nonce", request.nonce());
        }
        claims.put("sub", "sub-" + account.objectId());
        claims.put("tid", account.tenantId());
        claims.put("uti", random.text(16));
        claims.put("ver", "2.0");
        return claims;
    }
}
