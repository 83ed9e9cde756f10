package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.content.Content;
import dev.outlookmailbox.imap.mime.MailDate;
import dev.outlookmailbox.imap.mime.MessageIdList;
import dev.outlookmailbox.imap.wire.Response;
import dev.outlookmailbox.imap.wire.Tokens;
import dev.outlookmailbox.imap.wire.UnparsableException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one FETCH response tells of one message. An item that makes no sense is as if it were not there. */
final class FetchRow {

    /** Tells nothing. */
    static final FetchRow NONE = new FetchRow();

    private long uid;
    private Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private @Nullable Instant received;
    private long size;
    private boolean described;
    private @Nullable Envelope envelope;
    private List<String> references = List.of();
    private boolean attachments;
    private @Nullable Content body;

    private FetchRow() {}

    /** @throws UnparsableException if it is no list of items and values at all */
    static FetchRow parse(Response response) {
        FetchRow row = new FetchRow();
        Tokens tokens = response.tokens();
        tokens.expect('(');
        try {
            while (!tokens.take(')')) {
                row.item(tokens);
            }
        } catch (UnparsableException e) {
            // what came before stays
        }
        return row;
    }

    private void item(Tokens tokens) {
        String item = tokens.atom().toUpperCase(Locale.ROOT);
        described |= item.equals("ENVELOPE");
        Tokens value = tokens.value();
        try {
            accept(item, value);
        } catch (UnparsableException e) {
            // this item stays at its default
        }
    }

    private void accept(String item, Tokens value) {
        switch (item) {
            case "UID" -> uid = value.number();
            case "FLAGS" -> flags = readFlags(value);
            case "INTERNALDATE" -> received = MailDate.parse(value.nstring());
            case "RFC822.SIZE" -> size = value.number();
            case "ENVELOPE" -> envelope = Envelope.parse(value);
            case "BODYSTRUCTURE" -> attachments = BodyStructure.hasAttachments(value);
            case "BODY[]" -> body = value.ncontent();
            default -> {
                if (item.startsWith("BODY[HEADER.FIELDS")) {
                    references = MessageIdList.parse(value.nstring());
                }
            }
        }
    }

    private static Set<Flag> readFlags(Tokens value) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        value.expect('(');
        while (!value.take(')')) {
            Flag.named(value.atom()).ifPresent(flags::add);
        }
        return flags;
    }

    /** 0 where the response has none, as when the server only tells of changed flags. */
    long uid() {
        return uid;
    }

    /** Whether this is part of a listing, and not news of changed flags; the envelope may be unreadable all the same. */
    boolean isDescribed() {
        return described;
    }

    Set<Flag> flags() {
        return flags;
    }

    @Nullable
    Instant received() {
        return received;
    }

    long size() {
        return size;
    }

    @Nullable
    Envelope envelope() {
        return envelope;
    }

    List<String> references() {
        return references;
    }

    boolean attachments() {
        return attachments;
    }

    @Nullable
    Content body() {
        return body;
    }
}
