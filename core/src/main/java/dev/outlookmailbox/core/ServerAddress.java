package dev.outlookmailbox.core;

/**
 * Where a mail server listens and how TLS starts there. Plain text is not a choice.
 *
 * @param host a host name, as it stands in the server's certificate
 * @param port 1 to 65535
 * @param security how TLS starts
 */
public record ServerAddress(String host, int port, Security security) {

    /** How TLS starts on a connection. */
    public enum Security {
        /** With the first byte (RFC 8314). */
        IMPLICIT_TLS,
        /** By the STARTTLS command, which the server must offer (RFC 3207, RFC 9051 section 6.2.1). */
        STARTTLS
    }

    /** @throws IllegalArgumentException if the host is blank or not a bare host name, or the port out of range */
    public ServerAddress {
        if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '@' || c >= 127)) {
            throw new IllegalArgumentException(
                    "'" + host + "' is not a host name; give the bare name, as in outlook.office365.com.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is between 1 and 65535, not " + port + ".");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
