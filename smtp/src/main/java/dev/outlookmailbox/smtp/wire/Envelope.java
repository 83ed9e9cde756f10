package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.smtp.mime.ComposedMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sender, recipients and the wish to hand over the content: MAIL, RCPT for each recipient, DATA. Where the server takes commands
 * in a row (RFC 2920) all go out at once and cost one round trip.
 */
final class Envelope {

    /** So many replies fit any socket's buffers, so that neither side waits for the other to read. */
    private static final int MOST_IN_A_ROW = 100;

    private static final int SEND_IT = 354;

    private final Wire wire;
    private final boolean pipelining;
    private final List<Command> commands = new ArrayList<>();
    private final List<MailAddress> accepted = new ArrayList<>();
    private final Map<MailAddress, Diagnosis> rejected = new LinkedHashMap<>();
    private boolean mailAnswered;
    private @Nullable Reply senderRefused;
    private @Nullable Reply dataAnswer;

    private record Command(String line, Consumer<Reply> answer) {}

    /** @param resetFirst whether an envelope before this one was left half done */
    Envelope(Wire wire, Capabilities offered, ComposedMessage message, long size, boolean resetFirst) {
        this.wire = wire;
        this.pipelining = offered.pipelining();
        if (resetFirst) {
            commands.add(new Command("RSET", reply -> {}));
        }
        commands.add(new Command(MailFrom.line(message, size, offered), this::sender));
        message.recipients().forEach(to -> commands.add(new Command(RcptTo.line(to), reply -> recipient(to, reply))));
        commands.add(new Command("DATA", reply -> dataAnswer = reply));
    }

    /** Ends early where the server refuses the sender or every recipient. */
    void offer() throws IOException {
        int group = pipelining ? MOST_IN_A_ROW : 1;
        for (int from = 0; from < commands.size() && !isPointless(from); from += group) {
            exchange(commands.subList(from, Math.min(commands.size(), from + group)));
        }
    }

    /** Whether the server has acknowledged or refused the sender; before that it cannot have begun with this message. */
    boolean isMailAnswered() {
        return mailAnswered;
    }

    /** Whether the server now waits for the content. */
    boolean isDataExpected() {
        return dataAnswer != null && dataAnswer.code() == SEND_IT;
    }

    @Nullable
    Reply senderRefused() {
        return senderRefused;
    }

    @Nullable
    Reply dataAnswer() {
        return dataAnswer;
    }

    List<MailAddress> accepted() {
        return accepted;
    }

    Map<MailAddress, Diagnosis> rejected() {
        return rejected;
    }

    private boolean isPointless(int next) {
        boolean onlyDataLeft = next == commands.size() - 1;
        return senderRefused != null || (onlyDataLeft && accepted.isEmpty());
    }

    private void exchange(List<Command> group) throws IOException {
        for (Command command : group) {
            wire.command(command.line());
        }
        wire.flush();
        for (Command command : group) {
            command.answer().accept(wire.read());
        }
    }

    private void sender(Reply reply) {
        mailAnswered = true;
        senderRefused = reply.isPositive() ? null : reply;
    }

    private void recipient(MailAddress recipient, Reply reply) {
        if (reply.isPositive()) {
            accepted.add(recipient);
        } else {
            rejected.put(recipient, RcptTo.refusal(reply, wire));
        }
    }
}
