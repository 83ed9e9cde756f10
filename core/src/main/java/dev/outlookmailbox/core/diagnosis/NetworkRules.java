package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Rule.says;
import static dev.outlookmailbox.core.diagnosis.Rule.when;
import static dev.outlookmailbox.core.diagnosis.Verdict.later;
import static dev.outlookmailbox.core.diagnosis.Verdict.operator;

import dev.outlookmailbox.core.error.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classifies what the runtimes and operating systems say when no server could be reached. */
final class NetworkRules {

    private static final Verdict DISTRUSTED = operator(
            Reason.NETWORK,
            "The server's certificate is not trusted here: a proxy may be opening the TLS connection; exempt Microsoft's hosts"
                    + " there, or trust its certificate through the endpoints' trust(..).");
    private static final Verdict HANDSHAKE =
            operator(Reason.NETWORK, "TLS cannot be agreed on: allow TLS 1.2 and 1.3 in this JVM, and check the port.");
    private static final Verdict UNREACHABLE = later(
            Reason.NETWORK,
            "The server cannot be reached: check DNS, proxy and firewall (ports 443, 993 and 587 must be open), then try again.");

    private static final List<Rule> TABLE = List.of(
            when(
                    says(
                            "PKIX path",
                            "CERTIFICATE_VERIFY_FAILED",
                            "local issuer certificate",
                            "self signed certificate",
                            "self-signed certificate",
                            "certificate has expired",
                            "no subject alternative",
                            "unknown authority"),
                    DISTRUSTED),
            when(
                    says(
                            "handshake_failure",
                            "handshake failure",
                            "protocol_version",
                            "SSLHandshakeException",
                            "WRONG_VERSION_NUMBER",
                            "unsupported or unrecognized SSL message"),
                    HANDSHAKE),
            when(
                    says(
                            "timed out",
                            "timeout",
                            "ETIMEDOUT",
                            "ECONNREFUSED",
                            "connection refused",
                            "ECONNRESET",
                            "connection reset",
                            "broken pipe",
                            "EPIPE",
                            "UnknownHost",
                            "ENOTFOUND",
                            "EAI_AGAIN",
                            "getaddrinfo",
                            "name or service not known",
                            "temporary failure in name resolution",
                            "no such host",
                            "no route to host",
                            "network is unreachable",
                            "EHOSTUNREACH",
                            "couldn't connect",
                            "could not connect",
                            "unable to connect",
                            "connection aborted",
                            "connection lost",
                            "unexpected end of stream",
                            "premature EOF",
                            "EOFException",
                            "socket closed",
                            "connection was closed",
                            "unexpectedly disconnected"),
                    UNREACHABLE));

    private NetworkRules() {}

    static @Nullable Verdict verdict(Evidence evidence) {
        return Rule.first(TABLE, evidence);
    }
}
