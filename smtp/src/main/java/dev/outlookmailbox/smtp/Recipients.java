package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.MailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists of addresses to which mail can be sent. */
final class Recipients {

    private Recipients() {}

    static MailAddress[] parse(String... addresses) {
        return Arrays.stream(addresses).map(MailAddress::of).toArray(MailAddress[]::new);
    }

    static List<MailAddress> plus(List<MailAddress> present, MailAddress... more) {
        List<MailAddress> all = new ArrayList<>(present);
        for (MailAddress address : more) {
            all.add(complete(address));
        }
        return List.copyOf(all);
    }

    static MailAddress complete(MailAddress address) {
        if (!address.isComplete()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not a complete address; expected ada@example.com.");
        }
        return address;
    }
}
