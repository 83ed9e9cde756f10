package dev.outlookmailbox.core;

import dev.outlookmailbox.core.ServerAddress.Security;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * The hosts of one Microsoft cloud and the permissions asked for there. Immutable; any thread may use it.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud">National clouds</a>
 */
public final class OutlookEndpoints {

    private final URI authority;
    private final ServerAddress imap;
    private final ServerAddress smtp;
    private final List<String> mailScopes;
    private final List<X509Certificate> trusted;

    private OutlookEndpoints(
            URI authority,
            ServerAddress imap,
            ServerAddress smtp,
            List<String> mailScopes,
            List<X509Certificate> trusted) {
        this.authority = authority;
        this.imap = imap;
        this.smtp = smtp;
        this.mailScopes = List.copyOf(mailScopes);
        this.trusted = List.copyOf(trusted);
    }

    /** Microsoft 365 (GCC included), Outlook.com, Hotmail, Live. */
    public static OutlookEndpoints worldwide() {
        return cloud(
                "login.microsoftonline.com",
                "outlook.office365.com",
                "smtp.office365.com",
                "https://outlook.office.com/");
    }

    /** Microsoft 365 GCC High. */
    public static OutlookEndpoints usGovernmentHigh() {
        return cloud(
                "login.microsoftonline.us",
                "outlook.office365.us",
                "smtp.office365.us",
                "https://outlook.office365.us/");
    }

    /**
     * Microsoft 365 DoD. Sources disagree about the resource of the permissions here; if tokens are refused, name
     * {@code https://outlook-dod.office365.us/…} through {@link #toBuilder()} and {@link Builder#mailScopes}.
     */
    public static OutlookEndpoints usGovernmentDod() {
        return cloud(
                "login.microsoftonline.us",
                "outlook-dod.office365.us",
                "outlook-dod.office365.us",
                "https://outlook.office365.us/");
    }

    /** Microsoft 365 operated by 21Vianet. */
    public static OutlookEndpoints china() {
        return cloud(
                "login.partner.microsoftonline.cn",
                "partner.outlook.cn",
                "smtp.partner.outlook.cn",
                "https://partner.outlook.cn/");
    }

    /** Other hosts: a test server, or a relay of your own. Everything but the trusted certificates must be given. */
    public static Builder custom() {
        return new Builder();
    }

    /** These endpoints as a start for others, for instance to name another SMTP host. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.authority = authority;
        builder.imap = imap;
        builder.smtp = smtp;
        builder.mailScopes = mailScopes;
        builder.trusted = trusted;
        return builder;
    }

    /** The login host as {@code https://host[:port]}, without tenant and path. */
    public URI authority() {
        return authority;
    }

    public ServerAddress imap() {
        return imap;
    }

    public ServerAddress smtp() {
        return smtp;
    }

    /** The delegated permissions asked for, all of one resource: a token request can name only one (AADSTS28000). */
    public List<String> mailScopes() {
        return mailScopes;
    }

    /** Certificates trusted in addition to those the JVM trusts; mostly empty. */
    public List<X509Certificate> trusted() {
        return trusted;
    }

    @Override
    public String toString() {
        return "OutlookEndpoints[" + authority + ", imap=" + imap + ", smtp=" + smtp + "]";
    }

    private static OutlookEndpoints cloud(String login, String imapHost, String smtpHost, String resource) {
        return new OutlookEndpoints(
                URI.create("https://" + login),
                new ServerAddress(imapHost, 993, Security.IMPLICIT_TLS),
                new ServerAddress(smtpHost, 587, Security.STARTTLS),
                List.of(resource + "IMAP.AccessAsUser.All", resource + "SMTP.Send"),
                List.of());
    }

    /** Collects endpoints; not thread-safe. */
    public static final class Builder {
        private URI authority = URI.create("");
        private ServerAddress imap = UNSET;
        private ServerAddress smtp = UNSET;
        private List<String> mailScopes = List.of();
        private List<X509Certificate> trusted = List.of();

        private static final ServerAddress UNSET = new ServerAddress("unset", 1, Security.IMPLICIT_TLS);

        private Builder() {}

        /**
         * @param authority {@code https://host} or {@code https://host:port}; the tenant is named elsewhere
         * @throws IllegalArgumentException if it is not https, or has a path
         */
        public Builder authority(String authority) {
            URI uri = URI.create(authority.endsWith("/") ? authority.substring(0, authority.length() - 1) : authority);
            if (!"https".equals(uri.getScheme())
                    || uri.getHost() == null
                    || !uri.getPath().isEmpty()
                    || uri.getQuery() != null) {
                throw new IllegalArgumentException(
                        "The authority is https://host or https://host:port without a path, not '" + authority
                                + "'. The tenant belongs to OutlookApp.builder().tenant(..).");
            }
            this.authority = uri;
            return this;
        }

        /** IMAP with implicit TLS; {@link #imapStartTls()} changes that. */
        public Builder imap(String host, int port) {
            this.imap = new ServerAddress(host, port, Security.IMPLICIT_TLS);
            return this;
        }

        /** SMTP submission with STARTTLS; {@link #smtpTls()} changes that. */
        public Builder smtp(String host, int port) {
            this.smtp = new ServerAddress(host, port, Security.STARTTLS);
            return this;
        }

        /** IMAP by STARTTLS. Call it after {@link #imap}. */
        public Builder imapStartTls() {
            this.imap = new ServerAddress(imap.host(), imap.port(), Security.STARTTLS);
            return this;
        }

        /** SMTP with implicit TLS (port 465). Call it after {@link #smtp}. */
        public Builder smtpTls() {
            this.smtp = new ServerAddress(smtp.host(), smtp.port(), Security.IMPLICIT_TLS);
            return this;
        }

        /**
         * The permissions to ask for, all with the same resource in front. Beware of the Graph form that the portal shows:
         * a token for {@code https://graph.microsoft.com/…} is refused by IMAP and SMTP without a reason.
         *
         * @throws IllegalArgumentException if they are empty, not absolute, of different resources, or of Microsoft Graph
         */
        public Builder mailScopes(String... scopes) {
            this.mailScopes = MailScopes.check(List.of(scopes));
            return this;
        }

        /** Trusts these certificates (or what they have issued) in addition to those the JVM trusts. */
        public Builder trust(X509Certificate... certificates) {
            this.trusted = List.of(certificates);
            return this;
        }

        /** @throws IllegalArgumentException if something is missing; says what */
        public OutlookEndpoints build() {
            require(!authority.toString().isEmpty(), "authority(\"https://host\")");
            require(!Objects.equals(imap.host(), UNSET.host()), "imap(host, port)");
            require(!Objects.equals(smtp.host(), UNSET.host()), "smtp(host, port)");
            require(!mailScopes.isEmpty(), "mailScopes(..)");
            return new OutlookEndpoints(authority, imap, smtp, mailScopes, trusted);
        }

        private static void require(boolean present, String call) {
            if (!present) {
                throw new IllegalArgumentException("Custom endpoints need " + call + ".");
            }
        }
    }
}
