package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import java.io.IOException;

/** Where the quickstart plays, and how it gets in there. */
interface QuickstartStage extends AutoCloseable {

    static QuickstartStage choose(Steps steps) throws IOException {
        return Setting.isReal() ? new RealStage(steps) : new FakeStage(steps);
    }

    OutlookMailbox connect() throws IOException, InterruptedException;

    /** What can be shown only where the servers are ours. */
    void showMore(OutlookMailbox mailbox);

    @Override
    void close();
}
