package dev.outlookmailbox.examples;

import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.io.IOException;
import java.io.InputStream;

/** A fake Microsoft with some mail in the inbox of ann@contoso.com. */
record FakeWithMail(FakeOutlook outlook, FakeMailbox ann) implements AutoCloseable {

    static final String ANN = "ann@contoso.com";

    static FakeWithMail start() throws IOException {
        FakeOutlook outlook = FakeOutlook.start();
        FakeMailbox ann = outlook.addMailbox(ANN, "Ann Müller");
        for (String mail : new String[] {"newsletter", "invoice", "kickoff"}) {
            try (InputStream in = FakeWithMail.class.getResourceAsStream("/mail/" + mail + ".eml")) {
                if (in == null) {
                    throw new IOException("The resource mail/" + mail + ".eml is missing.");
                }
                ann.deliver(in.readAllBytes());
            }
        }
        return new FakeWithMail(outlook, ann);
    }

    @Override
    public void close() {
        outlook.close();
    }
}
