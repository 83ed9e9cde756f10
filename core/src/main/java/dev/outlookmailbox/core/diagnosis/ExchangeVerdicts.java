package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Verdict.admin;
import static dev.outlookmailbox.core.diagnosis.Verdict.later;
import static dev.outlookmailbox.core.diagnosis.Verdict.operator;
import static dev.outlookmailbox.core.diagnosis.Verdict.user;

import dev.outlookmailbox.core.error.Reason;

/** What Exchange says over IMAP and SMTP alike. PowerShell lines are for Exchange Online PowerShell. */
final class ExchangeVerdicts {

    static final Verdict BASIC_AUTH = operator(
            Reason.PROTOCOL_DISABLED,
            "Exchange takes no passwords any more: sign in with XOAUTH2 and an access token, never with LOGIN or PLAIN.");
    static final Verdict TLS = operator(
            Reason.TLS_REQUIRED,
            "Start TLS before signing in: STARTTLS on port 587 for SMTP, implicit TLS on port 993 for IMAP.");
    static final Verdict TOO_MANY_CONNECTIONS = later(
            Reason.TOO_MANY_CONNECTIONS,
            "Too many connections to this mailbox: close some (SMTP allows 3 per mailbox; keep IMAP at 4 or fewer), then try again.");
    static final Verdict THROTTLED = later(
            Reason.THROTTLED,
            "Exchange throttles this mailbox: pause for the time it names (else five minutes), then go on at a lower rate.");
    static final Verdict TRANSIENT = later(
            Reason.TRANSIENT_SERVER,
            "Exchange is not well at the moment: open a new connection and try again with growing pauses.");
    static final Verdict USER_DISABLED = admin(
            Reason.USER_DISABLED_OR_MISSING,
            "The account is disabled or locked: the administrator restores it (Microsoft 365 admin center > Users > the user)"
                    + " or unblocks its sign-in.");
    static final Verdict QUOTA = user(
            Reason.QUOTA_EXCEEDED,
            "The mailbox is full: its owner deletes mail and empties Deleted Items, or the administrator raises the quota by"
                    + " Set-Mailbox -Identity <mailbox> -ProhibitSendReceiveQuota 100GB.");

    private ExchangeVerdicts() {}
}
