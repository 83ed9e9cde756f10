package dev.outlookmailbox.imap;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.sasl.XOAuth2;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the tests with scripts have in common: ann's mailbox, her tokens, and how Exchange greets her. */
final class Scenario {

    static final String ADDRESS = "ann@contoso.com";

    /** The lines of a sign-in as far as AUTHENTICATE, which the test adds. */
    static final String GREETING = """
            S: * OK The Microsoft Exchange IMAP4 service is ready. [TQBOADIA]
            C: A0 CAPABILITY
            S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
            S: A0 OK CAPABILITY completed.
            """;

    private Scenario() {}

    /** A whole sign-in with a token, as Exchange plays it. */
    static String signIn(String token) {
        return signIn(token, "UIDPLUS MOVE ID UNSELECT IDLE NAMESPACE LITERAL+");
    }

    static String signIn(String token, String capabilities) {
        return GREETING + """
                C: A1 AUTHENTICATE XOAUTH2 %s
                S: A1 OK AUTHENTICATE completed.
                C: A2 CAPABILITY
                S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR %s
                S: A2 OK CAPABILITY completed.
                C: A3 EXAMINE "INBOX"
                S: * 2 EXISTS
                S: * 2 RECENT
                S: * FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)
                S: * OK [UIDVALIDITY 14] UIDVALIDITY value
                S: * OK [UIDNEXT 22588] The next unique identifier value
                S: A3 OK [READ-ONLY] EXAMINE completed.
                """.formatted(response(token), capabilities);
    }

    /** What XOAUTH2 sends for a token. */
    static String response(String token) {
        return XOAuth2.initialResponse(ADDRESS, new AccessToken(token, Instant.MAX));
    }

    static MailboxAccess access(ScriptedServer server, AccessTokenProvider tokens) {
        return access(endpoints(server).build(), tokens);
    }

    static MailboxAccess access(OutlookEndpoints endpoints, AccessTokenProvider tokens) {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new MailboxAccess(MailAddress.of(ADDRESS), tokens, endpoints, timeouts);
    }

    static OutlookEndpoints.Builder endpoints(ScriptedServer server) {
        return OutlookEndpoints.custom()
                .authority("https://localhost")
                .imap(server.host(), server.port())
                .smtp("localhost", 587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All")
                .trust(server.certificate());
    }

    static ImapClient connect(ScriptedServer server, String... tokens) {
        return connect(server, new Tokens(tokens));
    }

    static ImapClient connect(ScriptedServer server, AccessTokenProvider tokens) {
        return ImapClient.connect(access(server, tokens), Clock.systemUTC(), time -> {});
    }

    /** Gives its tokens in turn, the last one for ever, and keeps what it was told to replace. */
    static final class Tokens implements AccessTokenProvider {
        private final Deque<AccessToken> tokens = new ArrayDeque<>();
        private final List<String> replaced = new ArrayList<>();

        Tokens(String... values) {
            for (String value : values) {
                tokens.add(new AccessToken(value, Instant.MAX));
            }
        }

        Tokens(AccessToken... values) {
            tokens.addAll(List.of(values));
        }

        @Override
        public synchronized AccessToken get() {
            return tokens.element();
        }

        @Override
        public synchronized AccessToken replace(AccessToken rejected) {
            replaced.add(rejected.value());
            if (tokens.size() > 1) {
                tokens.remove();
            }
            return tokens.element();
        }

        synchronized List<String> replaced() {
            return List.copyOf(replaced);
        }
    }
}
