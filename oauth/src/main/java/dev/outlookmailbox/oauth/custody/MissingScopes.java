package dev.outlookmailbox.oauth.custody;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what was granted with what was asked for: Entra may name a scope without its resource or in another case. */
final class MissingScopes {

    private static final Logger LOG = LoggerFactory.getLogger(MissingScopes.class);

    private MissingScopes() {}

    /** Logs each mail permission that was not granted. */
    static void warn(String account, Collection<String> wanted, Collection<String> granted) {
        for (String scope : of(wanted, granted)) {
            LOG.warn(
                    "Account {}: the permission {} was not granted, so what needs it will be refused. Add it to the app"
                            + " registration as a delegated permission and send the user through sign-in again.",
                    account,
                    scope);
        }
    }

    static List<String> of(Collection<String> wanted, Collection<String> granted) {
        Set<String> names = granted.stream().map(MissingScopes::name).collect(Collectors.toSet());
        return wanted.stream().filter(scope -> !names.contains(name(scope))).toList();
    }

    private static String name(String scope) {
        return scope.substring(scope.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
