package dev.outlookmailbox.imap.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sets of UIDs on the wire, as in {@code 4:7,9} (RFC 3501 {@code sequence-set}). */
final class UidSet {

    /** Exchange refuses lines above about 10 kB; the rest of the command has to fit as well. */
    private static final int MAX_LENGTH = 6_000;

    private UidSet() {}

    /** The UIDs in ascending order, consecutive ones joined, cut into pieces that fit a command line. */
    static List<String> chunks(Collection<Long> uids) {
        long[] sorted =
                uids.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to + 1 < sorted.length && sorted[to + 1] == sorted[to] + 1) {
                to++;
            }
            if (chunk.length() > MAX_LENGTH) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
            }
            chunk.append(chunk.isEmpty() ? "" : ",").append(sorted[from]);
            if (to > from) {
                chunk.append(':').append(sorted[to]);
            }
            from = to + 1;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk.toString());
        }
        return chunks;
    }

    /**
     * The UIDs that a set names, in its order.
     *
     * @param most how many there can be; a set that names more, or is none, gives none at all
     */
    static List<Long> expand(String set, int most) {
        List<Long> uids = new ArrayList<>();
        for (String range : set.split(",", -1)) {
            String[] ends = range.strip().split(":", 2);
            if (!isUid(ends[0]) || !isUid(ends[ends.length - 1])) {
                return List.of();
            }
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (uids.size() + Math.abs(last - first) >= most) {
                return List.of();
            }
            for (long uid = Math.min(first, last); uid <= Math.max(first, last); uid++) {
                uids.add(uid);
            }
        }
        return uids;
    }

    private static boolean isUid(String text) {
        return text.length() <= 10 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
