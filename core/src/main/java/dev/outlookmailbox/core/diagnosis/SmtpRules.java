package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Rule.says;
import static dev.outlookmailbox.core.diagnosis.Rule.status;
import static dev.outlookmailbox.core.diagnosis.Rule.when;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Classifies what Exchange says over SMTP: its own phrases, then the enhanced status, then the reply code. */
final class SmtpRules {

    private static final Predicate<Evidence> DENIED_SENDER = says(
            "SendAsDenied",
            "permissions to send as",
            "permission to send as",
            "not allowed to send as",
            "send on behalf of");

    private static final Predicate<Evidence> FROM_PERSONAL = says(
            "@outlook.com not allowed", "@hotmail.com not allowed", "@live.com not allowed", "@msn.com not allowed");

    private static final List<Rule> SIGN_IN = List.of(
            when(says("SmtpClientAuthentication is disabled for the Tenant"), SmtpVerdicts.AUTH_OFF_TENANT),
            when(says("SmtpClientAuthentication is disabled", "smtp_auth_disabled"), SmtpVerdicts.AUTH_OFF_MAILBOX),
            when(says("basic authentication is", "BasicAuthBlocked"), ExchangeVerdicts.BASIC_AUTH),
            when(says("security defaults"), SmtpVerdicts.SECURITY_DEFAULTS),
            when(
                    says("did not meet the criteria to be authenticated", "conditional access", "blocked by policy"),
                    SmtpVerdicts.CONDITIONAL_ACCESS),
            when(
                    says("account is disabled", "account has been disabled", "user is locked", "account is locked"),
                    ExchangeVerdicts.USER_DISABLED),
            when(
                    says("credentials were incorrect", "password has expired", "password is expired"),
                    SmtpVerdicts.CREDENTIALS),
            when(
                    says("starttls is required", "issue a starttls", "IssueStartTlsFirst", "encryption required"),
                    ExchangeVerdicts.TLS),
            when(says("\"schemes\":\"bearer\""), SmtpVerdicts.REFUSED));

    private static final List<Rule> SENDING = List.of(
            when(DENIED_SENDER.and(FROM_PERSONAL), SmtpVerdicts.SEND_AS_PERSONAL),
            when(DENIED_SENDER, SmtpVerdicts.SEND_AS),
            when(says("SubmissionQuotaExceeded"), SmtpVerdicts.SUBMISSION_QUOTA),
            when(says("RefuseQuota"), SmtpVerdicts.PERSONAL_QUOTA),
            when(
                    says(
                            "OutboundSpamException",
                            "WASCL UserAction verdict",
                            "to verify your account",
                            "to continue sending messages",
                            "unusual activity"),
                    SmtpVerdicts.SPAM_PERSONAL),
            when(
                    says("tenant external recipient rate limit", "daily limit for sending email to external"),
                    SmtpVerdicts.TENANT_LIMIT),
            when(
                    says(
                            "daily limit for message recipients",
                            "exceeded the daily",
                            "sending limit",
                            "exceeded the message limit",
                            "recipients this hour"),
                    SmtpVerdicts.DAILY_LIMIT),
            when(
                    says(
                            "MaxSubmissionExceeded",
                            "SubmissionExceededException",
                            "SendSizeLimit",
                            "message size exceeds"),
                    SmtpVerdicts.TOO_LARGE_FOR_MAILBOX),
            when(says("STOREDRV.Submission").and(says("QuotaExceeded", "mailbox full")), ExchangeVerdicts.QUOTA),
            when(
                    says("STOREDRV.Deliver")
                            .and(says("NotFoundException", "MapiExceptionNotFound", "StoragePermanentException")),
                    SmtpVerdicts.RECIPIENT_BROKEN));

    private static final List<Rule> SERVER = List.of(
            when(says("recipient thread limit"), ExchangeVerdicts.THROTTLED),
            when(
                    says(
                            "concurrent connection limit",
                            "concurrent connections limit",
                            "thread limit exceeded",
                            "number of concurrent connections",
                            "too many connections",
                            "too many concurrent"),
                    ExchangeVerdicts.TOO_MANY_CONNECTIONS),
            when(says("temporary server error", "failed to be replicated"), ExchangeVerdicts.TRANSIENT),
            when(
                    says("queue quota exceeded", "rate limited", "submission rate", "server busy"),
                    ExchangeVerdicts.THROTTLED),
            when(status("5.1.8").and(says("sender address rejected")), SmtpVerdicts.SEND_AS),
            when(says("bad outbound sender"), SmtpVerdicts.SPAM_SENDER),
            when(
                    says("on our block list", "blocklist", "blacklist", "banned sending", "spam abuse"),
                    SmtpVerdicts.SPAM),
            when(says("RESOLVER.RST.", "RESOLVER.GRP."), SmtpVerdicts.RECIPIENT_RESTRICTED),
            when(
                    says("RESOLVER.ADR.RecipLimit", "too many recipients")
                            .and(e -> !e.status().startsWith("4.")),
                    SmtpVerdicts.TOO_MANY_RECIPIENTS),
            when(says("RESOLVER.ADR."), SmtpVerdicts.RECIPIENT));

    private SmtpRules() {}

    static @Nullable Verdict verdict(Evidence evidence) {
        for (List<Rule> table : List.of(SIGN_IN, SENDING, SERVER)) {
            Verdict verdict = Rule.first(table, evidence);
            if (verdict != null) {
                return verdict;
            }
        }
        return SmtpStatus.verdict(evidence);
    }
}
