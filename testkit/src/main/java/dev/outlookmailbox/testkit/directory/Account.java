package dev.outlookmailbox.testkit.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person with a mailbox. Any thread may use it. */
public final class Account {

    private static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";
    private static final Set<String> PERSONAL_DOMAINS = Set.of("outlook.com", "hotmail.com", "live.com", "msn.com");

    private final String address;
    private final String name;
    private final List<String> aliases = new CopyOnWriteArrayList<>();

    Account(String address, String name) {
        this.address = address;
        this.name = name;
    }

    /** The primary address, which is also the name to sign in with. */
    public String address() {
        return address;
    }

    public String name() {
        return name;
    }

    public void addAlias(String alias) {
        aliases.add(alias);
    }

    public List<String> aliases() {
        return List.copyOf(aliases);
    }

    /** Whether it is the primary address or an alias; case does not matter. */
    public boolean owns(String candidate) {
        return address.equalsIgnoreCase(candidate) || aliases.stream().anyMatch(candidate::equalsIgnoreCase);
    }

    /** Whether this is a consumer account (Outlook.com), whose access tokens are opaque. */
    public boolean personal() {
        return PERSONAL_DOMAINS.contains(domain());
    }

    /** The same for the same address in every run, so that tests can be repeated. */
    public String objectId() {
        return uuid("object " + address.toLowerCase(Locale.ROOT));
    }

    public String tenantId() {
        return personal() ? PERSONAL_TENANT : uuid("tenant " + domain());
    }

    private String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return name + " <" + address + ">";
    }
}
