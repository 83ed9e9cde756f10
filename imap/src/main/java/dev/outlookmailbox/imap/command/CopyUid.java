package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * COPYUID (RFC 4315 section 3): which UID each message has in the folder it went to. Exchange sends it in an untagged OK, in the
 * completion, bare on a line of its own ({@code [COPYUID 55 31 6]}), with empty sets, or not at all.
 */
final class CopyUid {

    private static final long MAX = 0xffff_ffffL;

    private long uidValidity;
    private final Map<Long, Long> uids = new LinkedHashMap<>();
    private final int most;

    /** @param most how many messages were asked for; more than that cannot be told of */
    CopyUid(int most) {
        this.most = most;
    }

    void accept(Response response) {
        Optional<String> code = response.code("COPYUID");
        String[] fields = code.orElse("").strip().split(" +", -1);
        if (fields.length != 3 || !fields[0].matches("\\d{1,10}")) {
            return;
        }
        List<Long> from = UidSet.expand(fields[1], most);
        List<Long> to = UidSet.expand(fields[2], most);
        long validity = Long.parseLong(fields[0]);
        if (from.size() == to.size() && validity <= MAX) {
            uidValidity = validity;
            for (int i = 0; i < from.size(); i++) {
                if (isUid(from.get(i)) && isUid(to.get(i))) {
                    uids.put(from.get(i), to.get(i));
                }
            }
        }
    }

    private static boolean isUid(long number) {
        return number >= 1 && number <= MAX;
    }

    /** Of the folder that the messages went to; 0 if the server told nothing. */
    long uidValidity() {
        return uidValidity;
    }

    /** Old UID to new UID, as far as the server told. */
    Map<Long, Long> uids() {
        return uids;
    }
}
