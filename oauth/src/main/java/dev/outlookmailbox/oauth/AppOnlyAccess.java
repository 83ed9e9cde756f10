package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.oauth.custody.AppOnlyTokens;
import dev.outlookmailbox.oauth.entra.AppOnlyScope;
import dev.outlookmailbox.oauth.entra.ClientCredential;
import dev.outlookmailbox.oauth.entra.PublicClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access of the app itself, without a user, and the consent that an administrator gives to it. Any thread may use it. */
final class AppOnlyAccess {

    private final OutlookEndpoints endpoints;
    private final String tenant;
    private final String clientId;
    private final ClientCredential credential;
    private final AppOnlyTokens tokens;

    AppOnlyAccess(
            OutlookEndpoints endpoints,
            String tenant,
            String clientId,
            ClientCredential credential,
            AppOnlyTokens tokens) {
        this.endpoints = endpoints;
        this.tenant = tenant;
        this.clientId = clientId;
        this.credential = credential;
        this.tokens = tokens;
    }

    AccessTokenProvider tokens() {
        if (AppChecks.isAudience(tenant)) {
            throw new IllegalStateException("App-only access is granted by one tenant, and '" + tenant + "' is none."
                    + " Name it by OutlookApp.builder().tenant(..), as contoso.com or by its id; each further tenant"
                    + " needs an OutlookApp of its own.");
        }
        if (credential instanceof PublicClient) {
            throw new IllegalStateException("App-only access needs clientSecret(..) or certificate(..): a public client"
                    + " cannot prove who it is.");
        }
        return tokens;
    }

    URI consentUrl(String consenting, URI redirectUri) {
        if (AppChecks.isAudience(AppChecks.tenant(consenting))) {
            throw new IllegalArgumentException("An administrator consents for one tenant, and '" + consenting
                    + "' is none. Give its id or its domain, such as contoso.com.");
        }
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", redirectUri.toString());
        query.put("scope", AppOnlyScope.forConsent(endpoints));
        return URI.create(
                endpoints.authority() + "/" + consenting + "/v2.0/adminconsent?" + AuthorizeUrl.encoded(query));
    }
}
