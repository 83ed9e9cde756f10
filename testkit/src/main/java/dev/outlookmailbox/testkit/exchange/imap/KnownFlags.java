package dev.outlookmailbox.testkit.exchange.imap;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flags that Exchange keeps. Others are accepted and forgotten. */
final class KnownFlags {

    private static final String READ_RECEIPT_SENT = "$MDNSent";

    private static final Map<String, Flag> SYSTEM = Map.of(
            "\\SEEN", Flag.SEEN,
            "\\ANSWERED", Flag.ANSWERED,
            "\\FLAGGED", Flag.FLAGGED,
            "\\DELETED", Flag.DELETED,
            "\\DRAFT", Flag.DRAFT);

    private KnownFlags() {}

    static Flags parse(String list) {
        Flags flags = new Flags();
        for (String word : words(list)) {
            @Nullable Flag flag = SYSTEM.get(word.toUpperCase(Locale.ROOT));
            if (flag != null) {
                flags.add(flag);
            } else if (known(word)) {
                flags.add(READ_RECEIPT_SENT);
            }
        }
        return flags;
    }

    /** The list without what is not kept, in parentheses. */
    static String filter(String list) {
        return Arrays.stream(words(list)).filter(KnownFlags::known).collect(Collectors.joining(" ", "(", ")"));
    }

    private static boolean known(String word) {
        return word.equalsIgnoreCase(READ_RECEIPT_SENT) || SYSTEM.containsKey(word.toUpperCase(Locale.ROOT));
    }

    private static String[] words(String list) {
        return list.replaceAll("[()]", "").strip().split(" +", -1);
    }
}
