package dev.outlookmailbox.testkit;

import dev.outlookmailbox.core.MailAddress;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a message apart. For one message and one thread. */
final class MessageParser {

    private final byte[] octets;
    private final List<String> attachments = new ArrayList<>();
    private String text = "";
    private String html = "";

    MessageParser(byte[] octets) {
        this.octets = octets.clone();
    }

    FakeMessage parse(boolean read, List<String> recipients) {
        try {
            MimeMessage message = message(octets);
            visit(message);
            List<String> from = addresses(message.getFrom());
            return new FakeMessage(
                    orEmpty(message.getSubject()),
                    from.isEmpty() ? "" : from.get(0),
                    addresses(message.getRecipients(RecipientType.TO)),
                    addresses(message.getRecipients(RecipientType.CC)),
                    addresses(message.getRecipients(RecipientType.BCC)),
                    text,
                    html,
                    attachments,
                    read,
                    recipients,
                    new String(octets, StandardCharsets.ISO_8859_1));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("The message cannot be taken apart: " + e.getMessage(), e);
        }
    }

    static Optional<String> header(String source, String name) {
        try {
            MimeMessage message = message(source.getBytes(StandardCharsets.ISO_8859_1));
            @Nullable String value = message.getHeader(name, null);
            return Optional.ofNullable(value).map(MimeUtility::unfold);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private void visit(Part part) throws MessagingException, IOException {
        @Nullable String fileName = part.getFileName();
        if (fileName != null) {
            attachments.add(decode(fileName));
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                visit(child);
            }
        } else if (part.isMimeType("text/html") && html.isEmpty()) {
            html = lines(part);
        } else if (part.isMimeType("text/plain") && text.isEmpty()) {
            text = lines(part);
        }
    }

    private static String lines(Part part) throws MessagingException, IOException {
        return part.getContent().toString().replace("\r\n", "\n");
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        List<String> texts = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            texts.add(
                    address instanceof InternetAddress mail
                            ? new MailAddress(orEmpty(mail.getPersonal()), mail.getAddress()).toString()
                            : address.toString());
        }
        return texts;
    }

    private static String decode(String encoded) throws IOException {
        return MimeUtility.decodeText(encoded);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static MimeMessage message(byte[] octets) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
    }
}
