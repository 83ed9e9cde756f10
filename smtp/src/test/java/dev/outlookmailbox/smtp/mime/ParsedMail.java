package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.OutgoingMessage;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;

/** A composed message as Jakarta Mail reads it. */
final class ParsedMail {

    static final Instant NOW = Instant.parse("2026-11-04T09:08:07Z");

    private final byte[] octets;
    private final MimeMessage message;

    private ParsedMail(byte[] octets, MimeMessage message) {
        this.octets = octets;
        this.message = message;
    }

    static ParsedMail of(OutgoingMessage outgoing) {
        Composer composer = new Composer(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
        ComposedMessage composed = composer.compose(outgoing, new MailAddress("Ann", "ann@contoso.com"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            composed.content().writeTo(out);
            if (composed.content().size() != out.size()) {
                throw new AssertionError("measured " + composed.content().size() + " octets, wrote " + out.size());
            }
            byte[] octets = out.toByteArray();
            Session session = Session.getInstance(new Properties());
            return new ParsedMail(octets, new MimeMessage(session, new ByteArrayInputStream(octets)));
        } catch (IOException | MessagingException e) {
            throw new AssertionError("not composed or not parsed", e);
        }
    }

    MimeMessage message() {
        return message;
    }

    /** As it goes over the wire. */
    String source() {
        return new String(octets, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return List.of(source().split("\r\n", -1));
    }

    String subject() throws MessagingException {
        return message.getSubject();
    }

    List<MailAddress> to() throws MessagingException {
        Address[] addresses = Objects.requireNonNull(message.getRecipients(RecipientType.TO));
        return Stream.of(addresses).map(ParsedMail::address).toList();
    }

    String header(String name) throws MessagingException {
        return String.join("|", Objects.requireNonNullElse(message.getHeader(name), new String[0]));
    }

    /** The types of all parts as a nested list: {@code mixed(alternative(text/plain, text/html), application/pdf)}. */
    String structure() throws MessagingException, IOException {
        return structure(message);
    }

    /** All parts that hold no others, in order. */
    List<Part> leaves() throws MessagingException, IOException {
        List<Part> leaves = new ArrayList<>();
        collect(message, leaves);
        return leaves;
    }

    String text(int leaf) throws MessagingException, IOException {
        return (String) leaves().get(leaf).getContent();
    }

    byte[] bytes(int leaf) throws MessagingException, IOException {
        return leaves().get(leaf).getInputStream().readAllBytes();
    }

    private static MailAddress address(Address address) {
        InternetAddress internet = (InternetAddress) address;
        return new MailAddress(Objects.requireNonNullElse(internet.getPersonal(), ""), internet.getAddress());
    }

    private static String structure(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart multipart)) {
            return part.getContentType().replaceAll("(?s);.*", "").replaceAll("\\s", "");
        }
        List<String> inner = new ArrayList<>();
        for (Part child : children(multipart)) {
            inner.add(structure(child));
        }
        return multipart.getContentType().replaceAll("(?s)multipart/(\\w+).*", "$1") + "(" + String.join(", ", inner)
                + ")";
    }

    private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (Part child : children(multipart)) {
                collect(child, leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    private static List<BodyPart> children(Multipart multipart) throws MessagingException {
        List<BodyPart> children = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            children.add(multipart.getBodyPart(i));
        }
        return children;
    }
}
