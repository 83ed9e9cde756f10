package dev.outlookmailbox;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.MessageHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        boolean usable = original.replyTo().stream().anyMatch(MailAddress::isComplete);
        return usable ? original.replyTo() : original.from();
    }

    private static boolean writtenBy(MessageHeader original, Collection<MailAddress> own) {
        return original.from().stream().anyMatch(from -> contains(own, from));
    }

    private static List<MailAddress> merge(Collection<MailAddress> without, List<MailAddress> addresses) {
        Set<String> seen = without.stream().map(Participants::key).collect(Collectors.toCollection(HashSet::new));
        return addresses.stream()
                .filter(address -> address.isComplete() && seen.add(key(address)))
                .toList();
    }

    private static String key(MailAddress address) {
        return address.address().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(Collection<MailAddress> addresses, MailAddress wanted) {
        return addresses.stream().anyMatch(wanted::sameMailbox);
    }
}
