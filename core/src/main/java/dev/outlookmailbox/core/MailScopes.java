package dev.outlookmailbox.core;

import java.net.URI;
import java.util.List;

/** The rules that permissions for mail must keep before Entra is asked for them. */
final class MailScopes {

    private MailScopes() {}

    static List<String> check(List<String> scopes) {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name at least one scope, as in https://outlook.office.com/IMAP.AccessAsUser.All.");
        }
        String resource = resource(scopes.get(0));
        for (String scope : scopes) {
            if (!resource(scope).equals(resource)) {
                throw new IllegalArgumentException(
                        "One token request can name one resource only (AADSTS28000), but the scopes name " + resource
                                + " and " + resource(scope) + ".");
            }
        }
        return List.copyOf(scopes);
    }

    private static String resource(String scope) {
        int slash = scope.lastIndexOf('/');
        if (scope.chars().anyMatch(c -> c <= ' ') || slash < "https://x".length() || !scope.startsWith("https://")) {
            throw new IllegalArgumentException("'" + scope
                    + "' names no resource, so Entra would take it for Microsoft Graph and"
                    + " Exchange would refuse the token; write https://outlook.office.com/" + scope.strip() + ".");
        }
        String host = URI.create(scope.substring(0, slash)).getHost();
        if (host != null && host.startsWith("graph.microsoft.")) {
            throw new IllegalArgumentException(
                    "'" + scope + "' is a Microsoft Graph scope; Exchange refuses such a token. Write"
                            + " https://outlook.office.com/" + scope.substring(slash + 1) + ".");
        }
        return scope.substring(0, slash);
    }
}
