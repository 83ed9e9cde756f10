package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the examples play: on real Outlook if OUTLOOK_CLIENT_ID, OUTLOOK_CLIENT_SECRET and OUTLOOK_REFRESH_TOKEN are set, else
 * on a fake Microsoft in this process, with some mail in the inbox of ann@contoso.com.
 */
final class Setting implements AutoCloseable {

    private final @Nullable FakeWithMail fake;

    private Setting(@Nullable FakeWithMail fake) {
        this.fake = fake;
    }

    static Setting choose() throws IOException {
        return isReal() ? new Setting(null) : new Setting(FakeWithMail.start());
    }

    /** A connected mailbox in this setting; the caller closes it. */
    OutlookMailbox connect() {
        if (fake == null) {
            return OutlookMailbox.connect(
                    variable("OUTLOOK_CLIENT_ID"),
                    variable("OUTLOOK_CLIENT_SECRET"),
                    variable("OUTLOOK_REFRESH_TOKEN"));
        }
        return OutlookMailbox.builder()
                .client(fake.outlook().clientId(), fake.outlook().clientSecret())
                .refreshToken(fake.ann().refreshToken())
                .endpoints(fake.outlook().endpoints())
                .connect();
    }

    @Override
    public void close() {
        if (fake != null) {
            fake.close();
        }
    }

    static boolean isReal() {
        return System.getenv("OUTLOOK_CLIENT_ID") != null;
    }

    static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "OUTLOOK_CLIENT_ID is set, so this runs on real Outlook and needs " + name + " as well.");
        }
        return value;
    }
}
