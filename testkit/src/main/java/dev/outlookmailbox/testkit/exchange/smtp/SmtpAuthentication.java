package dev.outlookmailbox.testkit.exchange.smtp;

import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.exchange.Credentials;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The AUTH command: XOAUTH2 in one line or two; LOGIN is heard out and refused; PLAIN is not even known. */
final class SmtpAuthentication {

    private static final String DISABLED =
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"
                    + " for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.";
    private static final String BASIC = "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.";
    private static final String UNSUCCESSFUL = "535 5.7.3 Authentication unsuccessful";

    private final Exchange exchange;
    private final Wire wire;
    private final SmtpReplies replies;

    SmtpAuthentication(Exchange exchange, Wire wire, SmtpReplies replies) {
        this.exchange = exchange;
        this.wire = wire;
        this.replies = replies;
    }

    /** Who has signed in, if anybody; the client has its answer then. */
    Optional<Account> authenticate(String arguments) throws IOException {
        String[] words = arguments.strip().split(" +", 2);
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "XOAUTH2" -> {
                return xoauth2(words.length > 1 ? words[1] : challenge("334 "));
            }
            case "LOGIN" -> refuseLogin(words.length > 1);
            default -> wire.send(replies.refusal("504 5.7.4 Unrecognized authentication type"));
        }
        return Optional.empty();
    }

    private Optional<Account> xoauth2(String response) throws IOException {
        Optional<Account> account = Credentials.parse(response).flatMap(this::check);
        if (account.isPresent() && exchange.faults().smtpAuthDisabled()) {
            wire.send(replies.refusal(DISABLED));
            return Optional.empty();
        }
        wire.send(account.isPresent() ? "235 2.7.0 Authentication successful" : replies.refusal(UNSUCCESSFUL));
        return account;
    }

    private Optional<Account> check(Credentials credentials) {
        return exchange.directory()
                .find(credentials.user())
                .filter(account -> exchange.tokens().allows(credentials.token(), account, "SMTP.Send"));
    }

    private void refuseLogin(boolean userGiven) throws IOException {
        if (!userGiven) {
            challenge("334 VXNlcm5hbWU6");
        }
        challenge("334 UGFzc3dvcmQ6");
        wire.send(replies.refusal(BASIC));
    }

    private String challenge(String continuation) throws IOException {
        wire.send(continuation);
        @Nullable String line = wire.readLine();
        return line == null ? "" : line;
    }
}
