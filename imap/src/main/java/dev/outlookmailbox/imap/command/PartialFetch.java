package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.session.Completion;

/** A server may answer NO to a FETCH of which some messages have gone meanwhile, after it has sent the others (RFC 2180). */
final class PartialFetch {

    private PartialFetch() {}

    static void check(Completion end) {
        if (!end.text().contains("no longer exist")) {
            end.orThrow();
        }
    }
}
