package dev.outlookmailbox.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/** What an app registration's settings must look like; each refusal says the fix. */
final class AppChecks {

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Set<String> AUDIENCES = Set.of("common", "organizations", "consumers");
    private static final int LONGEST_REDIRECT_URI = 256;

    private AppChecks() {}

    /** Not held to be a GUID, since test servers name clients as they like; Entra itself answers AADSTS700016. */
    static String clientId(String id) {
        return Given.word("client id", id);
    }

    static String clientSecret(String secret) {
        if (GUID.matcher(Given.word("client secret", secret)).matches()) {
            throw new IllegalArgumentException(
                    "The client secret has the form of a GUID: this is the secret's ID, not its Value (Entra would answer"
                            + " AADSTS7000215). The portal shows the Value only once, under Certificates & secrets, right"
                            + " after the secret was made; if it is lost, make a new secret and copy the column Value.");
        }
        return secret;
    }

    static String tenant(String tenant) {
        Given.word("tenant", tenant);
        if (!AUDIENCES.contains(tenant)
                && !GUID.matcher(tenant).matches()
                && !DOMAIN.matcher(tenant).matches()) {
            throw new IllegalArgumentException("'" + tenant + "' is no tenant. Use common (work, school and personal"
                    + " accounts), organizations, consumers, a tenant id, or a domain such as contoso.com.");
        }
        return tenant;
    }

    /** Whether this stands for many tenants. */
    static boolean isAudience(String tenant) {
        return AUDIENCES.contains(tenant);
    }

    static URI redirectUri(String text) {
        URI uri = parse(Given.text("redirect URI", text));
        boolean loopback = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        boolean http = "http".equals(uri.getScheme());
        if (uri.getHost() == null || !((http && loopback) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "Entra redirects to https, or to http on localhost or 127.0.0.1, not to '" + text
                            + "'. Give the URI exactly as it stands in the app registration.");
        }
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null || text.length() > LONGEST_REDIRECT_URI) {
            throw new IllegalArgumentException("A redirect URI has no fragment and no user name, and at most "
                    + LONGEST_REDIRECT_URI + " characters. Give it exactly as it stands in the app registration.");
        }
        return uri;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The redirect URI '" + text + "' is no URI: " + e.getReason() + ".", e);
        }
    }
}
