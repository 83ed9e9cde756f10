package dev.outlookmailbox.testkit.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents by which a client library finds its way. */
final class Metadata {

    private Metadata() {}

    /** Instance discovery; names the host without a port, as no client library takes one there. */
    static Map<String, Object> instances(String base) {
        return Map.of(
                "tenant_discovery_endpoint",
                base + "/common/v2.0/.well-known/openid-configuration",
                "api-version",
                "1.1",
                "metadata",
                List.of(Map.of(
                        "preferred_network", "localhost",
                        "preferred_cache", "localhost",
                        "aliases", List.of("localhost"))));
    }

    static Map<String, Object> openIdConfiguration(String base, String tenant) {
        boolean anyTenant = List.of("common", "organizations", "consumers").contains(tenant);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", base + "/" + tenant + "/oauth2/v2.0/token");
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        document.put("jwks_uri", base + "/" + tenant + "/discovery/v2.0/keys");
        document.put("response_modes_supported", List.of("query", "form_post"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        document.put("issuer", base + "/" + (anyTenant ? "{tenantid}" : tenant) + "/v2.0");
        document.put("authorization_endpoint", base + "/" + tenant + "/oauth2/v2.0/authorize");
        document.put("code_challenge_methods_supported", List.of("S256"));
        return document;
    }
}
