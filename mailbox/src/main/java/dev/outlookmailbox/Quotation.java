package dev.outlookmailbox;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.Quote;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The original as it stands below an answer, as plain text and as HTML. The HTML is the sanitised one. */
final class Quotation {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String BLOCKQUOTE =
            "<blockquote type=\"cite\" style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">";

    private Quotation() {}

    static Quote ofReply(Message original) {
        String line = "On " + DATE.format(writtenAt(original.header())) + ", "
                + names(original.header().from()) + " wrote:";
        String text = line + "\n"
                + original.readableText()
                        .lines()
                        .map(l -> l.startsWith(">") ? ">" + l : "> " + l)
                        .collect(Collectors.joining("\n"));
        String html = html(original, "<div>" + escape(line) + "</div>" + BLOCKQUOTE, "</blockquote>");
        return new Quote(text, html, embedded(original));
    }

    static Quote ofForward(Message original) {
        MessageHeader header = original.header();
        String block = "---------- Forwarded message ----------\n"
                + "From: " + names(header.from()) + "\n"
                + "Date: " + DATE.format(writtenAt(header)) + "\n"
                + "Subject: " + header.subject() + "\n"
                + "To: " + names(header.to())
                + (header.cc().isEmpty() ? "" : "\nCc: " + names(header.cc()));
        String html = html(original, "<div>" + escape(block).replace("\n", "<br>") + "</div><br>", "");
        return new Quote(block + "\n\n" + original.readableText(), html, embedded(original));
    }

    /** Empty for an original without HTML: the answer then stays as plain as the original. */
    private static String html(Message original, String before, String after) {
        return original.html().isPresent() ? before + original.safeHtml() + after : "";
    }

    private static List<InlinePart> embedded(Message original) {
        return original.attachments().stream()
                .map(OriginalFile::new)
                .filter(file -> file.isShownIn(original))
                .map(OriginalFile::embedded)
                .toList();
    }

    private static Instant writtenAt(MessageHeader header) {
        Instant sent = header.sentAt();
        return sent != null ? sent : header.receivedAt();
    }

    private static String names(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::toString).collect(Collectors.joining(", "));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
