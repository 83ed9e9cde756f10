package dev.outlookmailbox.testkit.net;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** Writes a certificate for {@code localhost} and 127.0.0.1 (RFC 5280), signed by its own elliptic curve key. */
final class SelfSigned {

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] COMMON_NAME = Der.oid(2, 5, 4, 3);
    private static final byte[] ORGANIZATIONAL_UNIT = Der.oid(2, 5, 4, 11);
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.oid(2, 5, 29, 17);
    private static final Duration LIFETIME = Duration.ofDays(30);

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair keys, Instant now) throws GeneralSecurityException {
        byte[] body = body(keys, now);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        byte[] certificate = Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] body(KeyPair keys, Instant now) {
        byte[] version3 = Der.tagged(0xA0, Der.integer(BigInteger.TWO));
        byte[] serialNumber = Der.integer(new BigInteger(63, new SecureRandom()).add(BigInteger.ONE));
        byte[] name = Der.sequence(
                Der.set(Der.sequence(ORGANIZATIONAL_UNIT, Der.text("outlook-mailbox testkit"))),
                Der.set(Der.sequence(COMMON_NAME, Der.text("localhost"))));
        byte[] validity = Der.sequence(Der.time(now), Der.time(now.plus(LIFETIME)));
        byte[] extensions =
                Der.tagged(0xA3, Der.sequence(Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octets(alternativeNames()))));
        return Der.sequence(
                version3,
                serialNumber,
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                extensions);
    }

    private static byte[] alternativeNames() {
        byte[] dnsName = Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII));
        byte[] ipAddress = Der.tagged(0x87, Loopback.address().getAddress());
        return Der.sequence(dnsName, ipAddress);
    }
}
