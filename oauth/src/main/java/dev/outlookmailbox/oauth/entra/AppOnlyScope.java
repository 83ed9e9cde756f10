package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.OutlookEndpoints;

/**
 * The scope of a token for the app itself: all application permissions that an administrator consented to at one resource. The
 * worldwide cloud knows Exchange by another name here than in delegated permissions.
 */
public final class AppOnlyScope {

    private static final String WORLDWIDE_DELEGATED = "https://outlook.office.com";
    private static final String WORLDWIDE_APP = "https://outlook.office365.com";
    private static final String WORLDWIDE_CONSENT = "https://ps.outlook.com";

    private AppOnlyScope() {}

    /** What the token request asks for. */
    public static String of(OutlookEndpoints endpoints) {
        return named(endpoints, WORLDWIDE_APP);
    }

    /** What the administrator is asked to consent to. */
    public static String forConsent(OutlookEndpoints endpoints) {
        return named(endpoints, WORLDWIDE_CONSENT);
    }

    private static String named(OutlookEndpoints endpoints, String worldwide) {
        String scope = endpoints.mailScopes().get(0);
        String resource = scope.substring(0, scope.lastIndexOf('/'));
        return (resource.equals(WORLDWIDE_DELEGATED) ? worldwide : resource) + "/.default";
    }
}
