package dev.outlookmailbox.testkit.exchange.smtp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Exchange's words. Refusals end with host, time and request id, which support asks for. Immutable. */
final class SmtpReplies {

    static final String HOST = "FAKE.eurp281.prod.outlook.com";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> EXTENSIONS =
            List.of("SIZE 157286400", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME", "BINARYMIME", "CHUNKING");

    private final Clock clock;

    SmtpReplies(Clock clock) {
        this.clock = clock;
    }

    String greeting() {
        return "220 " + HOST + " Microsoft ESMTP MAIL Service ready at " + clock.instant() + " [" + requestId() + "]";
    }

    /** What can be asked for: STARTTLS before the handshake, AUTH after it; never both. */
    String ehlo(boolean encrypted) {
        String security = encrypted ? "AUTH LOGIN XOAUTH2" : "STARTTLS";
        StringBuilder reply = new StringBuilder("250-" + HOST + " Hello [127.0.0.1]\r\n");
        for (String extension : EXTENSIONS) {
            reply.append("250-").append(extension).append("\r\n");
            if (extension.equals("ENHANCEDSTATUSCODES")) {
                reply.append("250-").append(security).append("\r\n");
            }
        }
        return reply.append("250 SMTPUTF8").toString();
    }

    /** The text with the trailer that refusals bear. */
    String refusal(String text) {
        return text + " [" + HOST + " " + clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + requestId() + "]";
    }

    private static String requestId() {
        return String.format("%016X", RANDOM.nextLong());
    }
}
