package dev.outlookmailbox;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.MessageHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who an answer goes to.
 *
 * @param to never empty, unless the original names nobody that mail can be sent to
 * @param cc without anybody in {@code to}
 */
record Participants(List<MailAddress> to, List<MailAddress> cc) {

    /** Whoever asked for the answer; for a message of our own, the people it went to (RFC 5322 section 3.6.2). */
    static Participants ofReply(MessageHeader original, Collection<MailAddress> own) {
        List<MailAddress> to = writtenBy(original, own) ? original.to() : answerTo(original);
        return new Participants(merge(List.of(), to), List.of());
    }

    /** Everybody but ourselves; ourselves if there is nobody else. */
    static Participants ofReplyAll(MessageHeader original, Collection<MailAddress> own) {
        List<MailAddress> to = new ArrayList<>();
        if (!writtenBy(original, own)) {
            to.addAll(answerTo(original));
        }
        to.addAll(original.to());
        List<MailAddress> everybody = merge(own, to);
        List<MailAddress> nobodyElse = everybody.isEmpty() ? merge(List.of(), answerTo(original)) : everybody;
        List<MailAddress> taken = new ArrayList<>(own);
        taken.addAll(nobodyElse);
        return new Participants(nobodyElse, merge(taken, original.cc()));
    }

    private static List<MailAddress> answerTo(MessageHeader original) {
        return original.replyTo().isEmpty() ? original.from() : original.replyTo();
    }

    private static boolean writtenBy(MessageHeader original, Collection<MailAddress> own) {
        return original.from().stream().anyMatch(from -> contains(own, from));
    }

    private static List<MailAddress> merge(Collection<MailAddress> without, List<MailAddress> addresses) {
        List<MailAddress> kept = new ArrayList<>();
        for (MailAddress address : addresses) {
            if (address.isComplete() && !contains(without, address) && !contains(kept, address)) {
                kept.add(address);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean contains(Collection<MailAddress> addresses, MailAddress wanted) {
        return addresses.stream().anyMatch(wanted::sameMailbox);
    }
}
