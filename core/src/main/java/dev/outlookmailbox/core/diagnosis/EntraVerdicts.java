package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Verdict.admin;
import static dev.outlookmailbox.core.diagnosis.Verdict.later;
import static dev.outlookmailbox.core.diagnosis.Verdict.operator;
import static dev.outlookmailbox.core.diagnosis.Verdict.user;

import dev.outlookmailbox.core.error.Reason;

/** What Entra's refusals mean and what to do about them. Portal paths start at https://entra.microsoft.com. */
final class EntraVerdicts {

    static final Verdict SECRET_WRONG = admin(
            Reason.INVALID_CLIENT_CREDENTIALS,
            "Configure the client secret's Value, not its Secret ID, of this app (App registrations > Certificates & secrets);"
                    + " if the Value is lost, add a new secret there.");
    static final Verdict SECRET_MISSING = admin(
            Reason.INVALID_CLIENT_CREDENTIALS,
            "This app is registered as confidential: configure its client secret or certificate, or, for an app without one, move"
                    + " the redirect URI to Mobile and desktop applications and set Allow public client flows to Yes"
                    + " (App registrations > Authentication).");
    static final Verdict SECRET_NOT_ALLOWED = admin(
            Reason.INVALID_CLIENT_CREDENTIALS,
            "This app is registered as public: configure no client secret, or add the redirect URI under the platform Web"
                    + " (App registrations > Authentication).");
    static final Verdict CERTIFICATE_WRONG = admin(
            Reason.INVALID_CLIENT_CREDENTIALS,
            "Upload the certificate that the application signs with (App registrations > Certificates & secrets > Certificates),"
                    + " check that it has not expired, and set the clock of this machine.");
    static final Verdict SECRET_EXPIRED = admin(
            Reason.CLIENT_SECRET_EXPIRED,
            "The client secret has expired: add a new one (App registrations > Certificates & secrets) and configure its Value.");
    static final Verdict APP_NOT_FOUND = admin(
            Reason.WRONG_TENANT_OR_AUDIENCE,
            "Entra finds no such app in this tenant: configure the Application (client) ID of the registration's Overview page,"
                    + " check the tenant, and have an administrator consent where the app is new to the tenant.");
    static final Verdict WRONG_ACCOUNT_TYPE = admin(
            Reason.WRONG_TENANT_OR_AUDIENCE,
            "The kind of account, the tenant setting and the app registration do not go together: sign in with the other account,"
                    + " or choose the tenant (common, organizations, consumers or the tenant id) that fits Supported account types"
                    + " (App registrations > Authentication).");
    static final Verdict WRONG_TENANT = admin(
            Reason.WRONG_TENANT_OR_AUDIENCE,
            "Entra does not know this tenant in this cloud: configure the Directory (tenant) ID of the tenant's Overview page, and"
                    + " the endpoints of its cloud (OutlookEndpoints.usGovernmentHigh(), usGovernmentDod() or china()).");
    static final Verdict REDIRECT_MISMATCH = admin(
            Reason.REDIRECT_URI_MISMATCH,
            "Add the redirect URI that the application sends, letter by letter, to the app (App registrations > Authentication >"
                    + " Redirect URIs): https, or http://localhost for an app on the user's machine.");
    static final Verdict CONSENT = user(
            Reason.CONSENT_REQUIRED,
            "Send the user through sign-in again, to consent to exactly the permissions that are asked for.");
    static final Verdict ADMIN_CONSENT = admin(
            Reason.ADMIN_CONSENT_REQUIRED,
            "An administrator of the user's tenant must consent: open OutlookApp.adminConsentUrl(tenant), or Enterprise"
                    + " applications > the app > Permissions > Grant admin consent.");
    static final Verdict SIGN_IN = user(
            Reason.INTERACTION_REQUIRED_MFA,
            "Send the user through sign-in again in a browser; Entra wants more proof, such as a second factor.");
    static final Verdict CONDITIONAL_ACCESS = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "A Conditional Access policy of the user's tenant blocks this app: its administrator finds the policy in Sign-in logs"
                    + " (by the id for support) and excludes the app or the user (Protection > Conditional Access).");
    static final Verdict SECURITY_DEFAULTS = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "Security defaults of the tenant block this sign-in: use OAuth only, or have the administrator replace them by"
                    + " Conditional Access policies (Entra ID > Overview > Properties > Manage security defaults).");
    static final Verdict NOT_ASSIGNED = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "The app is open to assigned users only: the administrator assigns the user (Enterprise applications > the app > Users"
                    + " and groups) or sets Assignment required to No.");
    static final Verdict TENANT_RESTRICTION = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "Access between these tenants is forbidden: the administrators change the tenant restrictions or External Identities >"
                    + " Cross-tenant access settings.");
    static final Verdict REFRESH_EXPIRED = user(
            Reason.REFRESH_TOKEN_EXPIRED,
            "The refresh token has expired, by 90 days without use or by a sign-in frequency policy: send the user through sign-in"
                    + " again; where it recurs early, the administrator excludes the app from the sign-in frequency.");
    static final Verdict REFRESH_SPA = user(
            Reason.REFRESH_TOKEN_EXPIRED,
            "Refresh tokens of a single-page app end after 24 hours: register the redirect URI under the platform Web"
                    + " (App registrations > Authentication), then send the user through sign-in again.");
    static final Verdict REFRESH_REVOKED = user(
            Reason.REFRESH_TOKEN_REVOKED,
            "The refresh token is not valid any more (password changed, access revoked, or not stored unchanged): send the user"
                    + " through sign-in again.");
    static final Verdict CODE_INVALID = user(
            Reason.AUTH_CODE_INVALID,
            "The sign-in code was used already, is too old or belongs to another attempt: start a new sign-in, and complete each"
                    + " one only once.");
    static final Verdict DECLINED = user(
            Reason.USER_DENIED,
            "The user cancelled or declined: explain what the permissions are for and offer to sign in again.");
    static final Verdict USER_DISABLED = admin(
            Reason.USER_DISABLED_OR_MISSING,
            "The account is disabled, deleted or unknown in this tenant: the administrator restores it (Users > the user > Account"
                    + " status), or another account is signed in.");
    static final Verdict USER_LOCKED = user(
            Reason.USER_DISABLED_OR_MISSING,
            "The account is locked after too many attempts: wait some minutes, then let the user sign in with the right password.");
    static final Verdict USER_ABUSE = user(
            Reason.USER_DISABLED_OR_MISSING,
            "Microsoft has blocked this personal account: the user signs in at https://account.live.com and follows the steps"
                    + " there, then signs in here again.");
    static final Verdict PASSWORD = user(
            Reason.USER_DISABLED_OR_MISSING,
            "The password is wrong, expired or has to be changed: the user changes it at https://myaccount.microsoft.com, then"
                    + " signs in here again.");
    static final Verdict SCOPES_NOT_GRANTED = user(
            Reason.SCOPE_INVALID,
            "The refresh token was not granted these scopes: send the user through sign-in again with the scopes of"
                    + " OutlookEndpoints.mailScopes(), and ask for the same ones later.");
    static final Verdict SCOPE_WRONG = operator(
            Reason.SCOPE_INVALID,
            "Ask for scopes of one resource only, separated by single spaces, such as"
                    + " https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send.");
    static final Verdict SCOPE_NOT_REGISTERED = admin(
            Reason.SCOPE_INVALID,
            "Add the permissions to the app (App registrations > API permissions): IMAP.AccessAsUser.All and SMTP.Send under"
                    + " Microsoft Graph, or for app-only IMAP.AccessAsApp and SMTP.SendAsApp under Office 365 Exchange Online.");
    static final Verdict RESOURCE_UNKNOWN = admin(
            Reason.SCOPE_INVALID,
            "The resource in the scopes is unknown in this tenant: use the endpoints of the tenant's cloud and make sure that the"
                    + " tenant has Exchange Online.");
    static final Verdict NO_EXCHANGE = admin(
            Reason.LICENSE_OR_MAILBOX_MISSING,
            "The tenant has no Exchange Online: the administrator adds a subscription and assigns a licence (Microsoft 365 admin"
                    + " center > Users > the user > Licenses and apps).");
    static final Verdict RESOURCE_TOKEN = operator(
            Reason.TOKEN_WRONG_AUDIENCE_OR_SCOPE,
            "The access token is not meant for this server: request it with scopes of https://outlook.office.com.");
    static final Verdict BAD_REQUEST = operator(
            Reason.INVALID_REQUEST,
            "Entra does not accept the form of the request: check client id, tenant, redirect URI and any parameter that the"
                    + " application adds; if it adds none, report it as a bug of this library.");
    static final Verdict FEDERATION = admin(
            Reason.OTHER,
            "The sign-in service that the tenant federates with failed: its administrator checks that service and the Sign-in logs.");
    static final Verdict PENDING =
            later(Reason.OTHER, "The user has not finished signing in; ask again after the interval.");
    static final Verdict LOOP = later(
            Reason.THROTTLED,
            "The same token was requested too often: use one OutlookApp and one TokenStore for the account, and wait five minutes.");
    static final Verdict THROTTLED = later(
            Reason.THROTTLED, "Entra asks to slow down: wait before the next request; the account itself is fine.");
    static final Verdict TRANSIENT = later(
            Reason.TRANSIENT_SERVER,
            "Entra is not well: try again with growing pauses; https://status.cloud.microsoft tells about outages.");

    private EntraVerdicts() {}
}
