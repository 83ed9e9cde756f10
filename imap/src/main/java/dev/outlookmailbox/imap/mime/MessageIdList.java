package dev.outlookmailbox.imap.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message-IDs as in {@code <4711@example.com>}, found in whatever surrounds them. */
public final class MessageIdList {

    private static final int MOST = 1_000;

    private MessageIdList() {}

    /** All of them in order, brackets included; white space within one (a fold) is dropped. */
    public static List<String> parse(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> ids = List.of();
        for (int open = text.indexOf('<'); open >= 0 && ids.size() < MOST; open = text.indexOf('<', open + 1)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            String id = text.substring(open, close + 1).replaceAll("\\s", "");
            if (id.length() > 2 && isPrintable(id)) {
                ids = ids.isEmpty() ? new ArrayList<>() : ids;
                ids.add(id);
            }
            open = close;
        }
        return ids;
    }

    private static boolean isPrintable(String id) {
        return id.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** The one that a Message-ID field holds; as it is if it has no brackets, null if there is none. */
    public static @Nullable String single(@Nullable String text) {
        List<String> ids = parse(text);
        if (!ids.isEmpty()) {
            return ids.get(0);
        }
        String bare = text == null ? "" : HeaderText.oneLine(text);
        return bare.isEmpty() ? null : bare;
    }
}
