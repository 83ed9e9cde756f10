package dev.outlookmailbox.testkit.exchange;

import dev.outlookmailbox.testkit.directory.Directory;
import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import java.time.Clock;

/** What the IMAP and the SMTP side share. */
public record Exchange(
        Directory directory,
        MailStorage storage,
        TokenCheck tokens,
        Faults faults,
        CommandLog log,
        OutsideMail outside,
        LocalhostIdentity identity,
        Clock clock) {}
