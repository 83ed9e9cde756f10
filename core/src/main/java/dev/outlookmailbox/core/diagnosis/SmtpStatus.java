package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Rule.reply;
import static dev.outlookmailbox.core.diagnosis.Rule.says;
import static dev.outlookmailbox.core.diagnosis.Rule.status;
import static dev.outlookmailbox.core.diagnosis.Rule.when;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classifies by the enhanced status (RFC 3463, and Microsoft's numbers in it), or by the reply code where there is none. */
final class SmtpStatus {

    private static final List<Rule> PERMANENT_STATUS = List.of(
            when(status("5.1.90"), SmtpVerdicts.DAILY_LIMIT),
            when(status("5.2.121", "5.2.122"), SmtpVerdicts.HOURLY_LIMIT),
            when(status("5.7.232", "5.7.233"), SmtpVerdicts.TENANT_LIMIT),
            when(status("5.2.252", "5.7.60"), SmtpVerdicts.SEND_AS),
            when(status("5.7.30"), ExchangeVerdicts.BASIC_AUTH),
            when(
                    status("5.7.4", "5.5.4")
                            .and(says("authentication", "mechanism"))
                            .or(status("5.7.4", "5.7.9")),
                    SmtpVerdicts.MECHANISM),
            when(status("5.7.10", "5.7.11"), ExchangeVerdicts.TLS),
            when(
                    status("5.7.3", "5.7.8", "5.7.57", "5.7.139", "5.7.0").and(says("auth", "5.7.57")),
                    SmtpVerdicts.REFUSED),
            when(status("5.1.8"), SmtpVerdicts.SPAM_SENDER),
            when(status("5.1.7", "5.1.20"), SmtpVerdicts.BAD_REQUEST),
            when(status("5.1."), SmtpVerdicts.RECIPIENT),
            when(status("5.2.3", "5.3.4"), SmtpVerdicts.TOO_LARGE),
            when(status("5.3.2"), ExchangeVerdicts.TRANSIENT),
            when(status("5.3.3", "5.3.5", "5.6."), SmtpVerdicts.BAD_REQUEST),
            when(status("5.2."), SmtpVerdicts.RECIPIENT),
            when(status("5.4.6", "5.4.14"), SmtpVerdicts.LOOP),
            when(status("5.4."), SmtpVerdicts.RECIPIENT),
            when(status("5.5.0").and(says("mailbox unavailable", "recipient")), SmtpVerdicts.RECIPIENT),
            when(status("5.5.3"), SmtpVerdicts.TOO_MANY_RECIPIENTS),
            when(status("5.5."), SmtpVerdicts.BAD_REQUEST),
            when(
                    status(
                            "5.7.12", "5.7.13", "5.7.124", "5.7.129", "5.7.133", "5.7.134", "5.7.135", "5.7.136",
                            "5.7.2"),
                    SmtpVerdicts.RECIPIENT_RESTRICTED),
            when(status("5.7.32", "5.7.321", "5.7.322", "5.7.323", "5.7.324", "5.7.325"), SmtpVerdicts.RECIPIENT),
            when(status("5.7."), SmtpVerdicts.SPAM));

    private static final List<Rule> TRANSIENT_STATUS = List.of(
            when(status("4.4.7").and(e -> e.reply() >= 500), SmtpVerdicts.RECIPIENT),
            when(status("4.7.0").and(says("deferred")), ExchangeVerdicts.THROTTLED),
            when(
                    status("4.7.0", "4.7.12", "4.7.321", "4.7.322", "4.7.323", "4.7.324", "4.7.325")
                            .or(says("temporary authentication failure")),
                    ExchangeVerdicts.TRANSIENT),
            when(status("4.7.66"), ExchangeVerdicts.TOO_MANY_CONNECTIONS),
            when(status("4.7.", "4.5.3"), ExchangeVerdicts.THROTTLED),
            when(evidence -> evidence.status().startsWith("4."), ExchangeVerdicts.TRANSIENT));

    private static final List<Rule> REPLY = List.of(
            when(reply(530).and(says("starttls")), ExchangeVerdicts.TLS),
            when(reply(530, 535), SmtpVerdicts.REFUSED),
            when(
                    says("authentication unsuccessful", "authentication failed", "invalid credentials"),
                    SmtpVerdicts.REFUSED),
            when(
                    says(
                            "user unknown",
                            "unknown user",
                            "no such user",
                            "user doesn't have",
                            "user does not exist",
                            "invalid recipient",
                            "domain is not reachable",
                            "doesn't receive email"),
                    SmtpVerdicts.RECIPIENT),
            when(says("hop count exceeded", "routing loop"), SmtpVerdicts.LOOP),
            when(reply(550, 553, 554).and(says("blocked", "spam", "policy", "not allowed")), SmtpVerdicts.SPAM),
            when(reply(504, 534), SmtpVerdicts.MECHANISM),
            when(reply(538), ExchangeVerdicts.TLS),
            when(reply(552).and(says("size", "large", "big")), SmtpVerdicts.TOO_LARGE),
            when(reply(550, 551, 552, 553, 556), SmtpVerdicts.RECIPIENT),
            when(reply(500, 501, 502, 503, 555), SmtpVerdicts.BAD_REQUEST),
            when(evidence -> evidence.reply() >= 400 && evidence.reply() < 500, ExchangeVerdicts.TRANSIENT));

    private SmtpStatus() {}

    static @Nullable Verdict verdict(Evidence evidence) {
        for (List<Rule> table : List.of(PERMANENT_STATUS, TRANSIENT_STATUS, REPLY)) {
            Verdict verdict = Rule.first(table, evidence);
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }
}
