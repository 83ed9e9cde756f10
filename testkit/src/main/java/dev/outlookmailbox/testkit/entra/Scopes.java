package dev.outlookmailbox.testkit.entra;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The scopes of a request, each in full; bare names belong to Microsoft Graph, as at Entra. Immutable. */
record Scopes(Set<String> all) {

    private static final String GRAPH = "https://graph.microsoft.com";
    private static final Set<String> OPENID = Set.of("openid", "profile", "email", "offline_access");

    Scopes {
        all = Set.copyOf(all);
    }

    static Scopes parse(String text) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String scope : text.strip().split("\\s+", -1)) {
            if (OPENID.contains(scope) || scope.startsWith("https://")) {
                scopes.add(scope);
            } else if (!scope.isEmpty()) {
                scopes.add(GRAPH + "/" + scope);
            }
        }
        return new Scopes(scopes);
    }

    boolean contains(String scope) {
        return all.contains(scope);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What a token is asked for, in alphabetical order, without the scopes of OpenID Connect. */
    List<String> permissions() {
        return all.stream().filter(scope -> !OPENID.contains(scope)).sorted().toList();
    }

    /** The permissions without their resource. */
    Set<String> permissionNames() {
        return permissions().stream()
                .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    /** The audiences that the permissions belong to, in alphabetical order. */
    List<String> resources() {
        return permissions().stream()
                .map(scope -> scope.substring(0, scope.lastIndexOf('/')))
                .distinct()
                .toList();
    }

    /** Only the permissions of this resource, and the scopes of OpenID Connect. */
    Scopes of(String resource) {
        return new Scopes(all.stream()
                .filter(scope -> OPENID.contains(scope) || scope.startsWith(resource + "/"))
                .collect(Collectors.toSet()));
    }

    @Override
    public String toString() {
        return all.stream().sorted().collect(Collectors.joining(" "));
    }
}
