package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** APPEND of one message, with APPENDUID (RFC 4315). */
final class AppendCommand implements ImapCommand {

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-uuuu HH:mm:ss xx")
            .toFormatter(Locale.ENGLISH);

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        ImapArguments arguments = request.read();
        MailFolder folder = client.existing(arguments.next());
        Flags flags =
                arguments.peek() == '(' ? KnownFlags.parse(arguments.next().text()) : new Flags();
        Instant received = arguments.peek() == '"' ? date(arguments.next().text()) : client.now();
        byte[] message = arguments.next().text().getBytes(StandardCharsets.ISO_8859_1);
        long uid = client.mailbox().deliver(folder, message, flags, received);
        client.unsolicited();
        client.ok(request, "[APPENDUID " + folder.getUidValidity() + " " + uid + "] APPEND completed.");
    }

    private static Instant date(String text) throws SyntaxException {
        try {
            return ZonedDateTime.parse(text.strip(), DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            throw new SyntaxException("Command Argument Error. 11");
        }
    }
}
