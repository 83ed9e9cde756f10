package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.MailAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A message to be sent. Immutable: each call returns a new one and leaves this one as it is, so any thread may use it and one
 * message may be the start of many.
 *
 * <p>What is handed in is checked at once and refused with an {@link IllegalArgumentException} that says the fix: line breaks
 * and control characters in any field that becomes a header, strings that are no address, files that are not there. Strings with
 * addresses are read by {@link MailAddress#of}. Text is in any language; line ends may be CRLF, LF or CR.
 *
 * <p>The calls without arguments tell what the message holds. Calls that name one thing replace it; those that name recipients
 * and files add to what is there.
 */
public final class OutgoingMessage {

    private static final OutgoingMessage EMPTY = new OutgoingMessage(new MessageFields());

    private final MessageFields fields;

    private OutgoingMessage(MessageFields fields) {
        this.fields = fields;
    }

    /** A message without recipients as yet; sending it before {@link #addTo} is refused. */
    public static OutgoingMessage draft() {
        return EMPTY;
    }

    public static OutgoingMessage to(String... addresses) {
        return EMPTY.addTo(addresses);
    }

    public static OutgoingMessage to(MailAddress... addresses) {
        return EMPTY.addTo(addresses);
    }

    public OutgoingMessage addTo(String... addresses) {
        return addTo(Recipients.parse(addresses));
    }

    public OutgoingMessage addTo(MailAddress... addresses) {
        return with(f -> f.to = Recipients.plus(f.to, addresses));
    }

    public OutgoingMessage cc(String... addresses) {
        return cc(Recipients.parse(addresses));
    }

    public OutgoingMessage cc(MailAddress... addresses) {
        return with(f -> f.cc = Recipients.plus(f.cc, addresses));
    }

    /** Adds recipients that no other recipient sees. */
    public OutgoingMessage bcc(String... addresses) {
        return bcc(Recipients.parse(addresses));
    }

    /** Adds recipients that no other recipient sees. */
    public OutgoingMessage bcc(MailAddress... addresses) {
        return with(f -> f.bcc = Recipients.plus(f.bcc, addresses));
    }

    public OutgoingMessage replyTo(String... addresses) {
        return replyTo(Recipients.parse(addresses));
    }

    public OutgoingMessage replyTo(MailAddress... addresses) {
        return with(f -> f.replyTo = Recipients.plus(f.replyTo, addresses));
    }

    public OutgoingMessage from(String address) {
        return from(MailAddress.of(address));
    }

    /**
     * The sender, in place of the mailbox. Exchange must let the mailbox send as this address; if it does not, that shows only
     * after the message has been handed over ({@code SEND_AS_DENIED}).
     */
    public OutgoingMessage from(MailAddress address) {
        MailAddress sender = Recipients.complete(address);
        return with(f -> f.from = sender);
    }

    public OutgoingMessage subject(String subject) {
        String line = FieldRules.line("subject", subject);
        return with(f -> f.subject = line);
    }

    public OutgoingMessage text(String text) {
        return with(f -> f.text = text);
    }

    public OutgoingMessage html(String html) {
        return with(f -> f.html = html);
    }

    /** Attaches the file under its own name. It is read when the message is sent, so it must still be there then. */
    public OutgoingMessage attach(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("Cannot attach " + file + ": it is not a file.");
        }
        return attach(name.toString(), FileTypes.of(name.toString()), ContentSource.of(file));
    }

    /** Attaches these bytes, of which a copy is kept. */
    public OutgoingMessage attach(String name, String contentType, byte[] bytes) {
        return attach(name, contentType, ContentSource.of(bytes));
    }

    /** Attaches what the source gives when the message is sent; see {@link ContentSource} for how often it is opened. */
    public OutgoingMessage attach(String name, String contentType, ContentSource content) {
        OutgoingAttachment attachment = new OutgoingAttachment(name, contentType, content);
        return with(f -> f.attachments = plus(f.attachments, attachment));
    }

    /** A picture that the HTML shows by {@code <img src="cid:…">}; without HTML it is attached. */
    public OutgoingMessage inline(String contentId, String contentType, byte[] bytes) {
        InlinePart part = new InlinePart(contentId, contentType, "", bytes);
        if (inlineParts().stream().anyMatch(p -> p.contentId().equals(part.contentId()))) {
            throw new IllegalArgumentException(
                    "There is an inline part with the content id '" + contentId + "' already; give each its own.");
        }
        return with(f -> f.inlineParts = plus(f.inlineParts, part));
    }

    /**
     * A header of the host's own, in place of one with the same name.
     *
     * @throws IllegalArgumentException also for headers that this library or the server writes; says what to call instead
     */
    public OutgoingMessage header(String name, String value) {
        OwnedHeaders.checkName(name);
        OwnedHeaders.refuse(name);
        String line = FieldRules.line("value of " + name, value);
        return with(f -> f.headers = MessageFields.plus(f.headers, name, line));
    }

    /**
     * The {@code Message-ID} that this message answers; becomes the last of the references as well. One that cannot stand in a
     * header, as mail in the wild has them, is left out.
     */
    public OutgoingMessage inReplyTo(String messageId) {
        String id = FieldRules.messageId(messageId);
        return with(f -> f.inReplyTo = FieldRules.isWritable(id) ? id : null);
    }

    /**
     * The conversation so far as {@code Message-ID}s, oldest first. Ids that cannot stand in a header are left
     * out.
     */
    public OutgoingMessage references(List<String> messageIds) {
        List<String> ids = FieldRules.writable(messageIds);
        return with(f -> f.references = ids);
    }

    public OutgoingMessage priority(Priority priority) {
        return with(f -> f.priority = priority);
    }

    /** Asks the recipients' programs to tell when the message is opened (RFC 8098). Many never do. */
    public OutgoingMessage requestReadReceipt() {
        return with(f -> f.readReceipt = true);
    }

    /** Makes the message a meeting invitation or its cancellation; the text says the same for programs without a calendar. */
    public OutgoingMessage invitation(String method, String ics) {
        Invitation invitation = new Invitation(method, ics);
        return with(f -> f.invitation = invitation);
    }

    /**
     * Puts the original below. The text gets its text, the HTML its HTML and pictures; a message with neither consists of the
     * quote alone.
     */
    public OutgoingMessage quote(Quote quote) {
        return with(f -> f.quote = quote);
    }

    /** Remembers which message this one answers or passes on; not sent. */
    public OutgoingMessage origin(Origin origin) {
        return with(f -> f.origin = origin);
    }

    public List<MailAddress> to() {
        return fields.to;
    }

    public List<MailAddress> cc() {
        return fields.cc;
    }

    public List<MailAddress> bcc() {
        return fields.bcc;
    }

    public List<MailAddress> replyTo() {
        return fields.replyTo;
    }

    /** Empty where the mailbox itself is the sender. */
    public Optional<MailAddress> from() {
        return Optional.ofNullable(fields.from);
    }

    /** {@code ""} where none was given. */
    public String subject() {
        return fields.subject;
    }

    /** As handed in, without the quote. */
    public Optional<String> text() {
        return Optional.ofNullable(fields.text);
    }

    /** As handed in, without the quote. */
    public Optional<String> html() {
        return Optional.ofNullable(fields.html);
    }

    public List<OutgoingAttachment> attachments() {
        return fields.attachments;
    }

    /** The message's own pictures, without those of the quote. */
    public List<InlinePart> inlineParts() {
        return fields.inlineParts;
    }

    /** The host's own headers, in the order in which they were added. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(fields.headers);
    }

    public Optional<String> inReplyTo() {
        return Optional.ofNullable(fields.inReplyTo);
    }

    public List<String> references() {
        return fields.references;
    }

    public Priority priority() {
        return fields.priority;
    }

    public boolean readReceiptRequested() {
        return fields.readReceipt;
    }

    public Optional<Invitation> invitation() {
        return Optional.ofNullable(fields.invitation);
    }

    public Optional<Quote> quote() {
        return Optional.ofNullable(fields.quote);
    }

    public Optional<Origin> origin() {
        return Optional.ofNullable(fields.origin);
    }

    /** Names recipients and subject, nothing of the content. */
    @Override
    public String toString() {
        return "OutgoingMessage[to=" + fields.to + ", cc=" + fields.cc + ", subject=" + fields.subject + "]";
    }

    private OutgoingMessage with(Consumer<MessageFields> change) {
        return new OutgoingMessage(fields.with(change));
    }

    private static <T> List<T> plus(List<T> present, T more) {
        List<T> all = new ArrayList<>(present);
        all.add(more);
        return List.copyOf(all);
    }
}
