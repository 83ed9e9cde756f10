package dev.outlookmailbox.imap.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What the server says it can do. Exchange shows MOVE only after the sign-in, so this is read twice.
 *
 * @param names in upper case
 */
record Capabilities(Set<String> names) {

    static final Capabilities UNKNOWN = new Capabilities(Set.of());

    static Capabilities parse(String list) {
        return new Capabilities(
                Set.copyOf(Arrays.asList(list.strip().toUpperCase(Locale.ROOT).split(" +"))));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean isKnown() {
        return !names.isEmpty();
    }
}
