package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.smtp.mime.AddressText;
import dev.outlookmailbox.smtp.mime.ComposedMessage;

/** MAIL FROM (RFC 5321 section 4.1.1.2) with the size (RFC 1870) and the need for SMTPUTF8 (RFC 6531). */
final class MailFrom {

    private MailFrom() {}

    static String line(ComposedMessage message, long size, Capabilities offered) {
        return "MAIL FROM:<" + AddressText.wire(message.from()) + ">"
                + (offered.declaresSize() ? " SIZE=" + size : "")
                + (message.smtpUtf8() ? " BODY=8BITMIME SMTPUTF8" : "");
    }
}
