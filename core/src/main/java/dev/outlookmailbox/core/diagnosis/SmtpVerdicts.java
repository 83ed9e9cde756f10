package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Verdict.admin;
import static dev.outlookmailbox.core.diagnosis.Verdict.later;
import static dev.outlookmailbox.core.diagnosis.Verdict.operator;
import static dev.outlookmailbox.core.diagnosis.Verdict.user;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import java.util.List;

/** What Exchange says over SMTP only, at submission or in a bounce. */
final class SmtpVerdicts {

    static final Verdict AUTH_OFF_TENANT = admin(
            Reason.PROTOCOL_DISABLED,
            "SMTP AUTH is off for the whole tenant: the administrator allows it for this mailbox alone by Set-CASMailbox -Identity"
                    + " <mailbox> -SmtpClientAuthenticationDisabled $false, or for all by Set-TransportConfig"
                    + " -SmtpClientAuthenticationDisabled $false. Reading works regardless.");
    static final Verdict AUTH_OFF_MAILBOX = admin(
            Reason.PROTOCOL_DISABLED,
            "SMTP AUTH is off for this mailbox: the administrator runs Set-CASMailbox -Identity <mailbox>"
                    + " -SmtpClientAuthenticationDisabled $false, or ticks Authenticated SMTP in Microsoft 365 admin center > Users >"
                    + " the user > Mail > Manage email apps. Reading works regardless.");
    static final Verdict MECHANISM = operator(
            Reason.PROTOCOL_DISABLED,
            "This server does not take the mechanism: use XOAUTH2, after STARTTLS, at smtp.office365.com port 587; mail exchangers"
                    + " (*.protection.outlook.com) take no sign-in at all.");
    static final Verdict CONDITIONAL_ACCESS = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "A policy of the tenant blocks SMTP AUTH for this account: the administrator checks Sign-in logs in the Entra admin"
                    + " center, Conditional Access, and the account's policy (Get-AuthenticationPolicy).");
    static final Verdict SECURITY_DEFAULTS = admin(
            Reason.CONDITIONAL_ACCESS_BLOCKED,
            "Security defaults of the tenant block SMTP AUTH: sign in with XOAUTH2 only, and have the administrator replace the"
                    + " defaults by Conditional Access policies (Entra ID > Overview > Properties > Manage security defaults).");
    static final Verdict SEND_AS = admin(
            Reason.SEND_AS_DENIED,
            "Send from the address of the signed-in mailbox, or the administrator runs Add-RecipientPermission -Identity <from>"
                    + " -Trustee <signed-in user> -AccessRights SendAs (for an alias: Set-OrganizationConfig -SendFromAliasEnabled"
                    + " $true).");
    static final Verdict SEND_AS_PERSONAL = user(
            Reason.SEND_AS_DENIED,
            "Send from the address of the account or from an alias added at https://account.live.com/names/manage.");
    static final Verdict DAILY_LIMIT = later(
            Reason.SENDING_LIMIT_EXCEEDED,
            "The mailbox has reached its limit (10,000 recipients in 24 hours): stop sending and go on when the window frees.");
    static final Verdict HOURLY_LIMIT = later(
            Reason.SENDING_LIMIT_EXCEEDED,
            "Too many messages to this recipient within an hour: wait an hour, although the code reads as final.");
    static final Verdict SUBMISSION_QUOTA = admin(
                    Reason.SENDING_LIMIT_EXCEEDED,
                    "The mailbox has used up its sending quota: stop for up to 24 hours; for more, spread the load over mailboxes, or"
                            + " the administrator reviews the limits in the Exchange admin center.")
            .retryableToo();
    static final Verdict TENANT_LIMIT = admin(
                    Reason.SENDING_LIMIT_EXCEEDED,
                    "The whole tenant has reached its daily limit of external recipients: stop external mail until the rolling 24"
                            + " hours free; more licences raise the limit (Exchange admin center > Reports > Mail flow).")
            .retryableToo();
    static final Verdict PERSONAL_QUOTA = user(
            Reason.SENDING_LIMIT_EXCEEDED,
            "The personal account may not send more today: its owner verifies the account at https://outlook.live.com, or waits a"
                    + " day.");
    static final Verdict SPAM_PERSONAL = user(
            Reason.SPAM_BLOCKED,
            "Microsoft takes the account's mail for spam: its owner signs in at https://outlook.live.com, follows the steps to"
                    + " unblock the account, and waits before sending again.");
    static final Verdict SPAM_SENDER = admin(
            Reason.SPAM_BLOCKED,
            "The mailbox is restricted for outbound spam: the administrator secures the account and removes it from"
                    + " https://security.microsoft.com/restrictedentities.");
    static final Verdict SPAM = admin(
            Reason.SPAM_BLOCKED,
            "The mail is refused for the reputation or policy of its sender: the administrator checks SPF, DKIM and DMARC of the"
                    + " domain, asks for removal of the address at https://sender.office.com, or takes the id to Microsoft support.");
    static final Verdict RECIPIENT = user(
            Reason.RECIPIENT_REJECTED,
            "The recipient cannot be reached: check the address for mistakes, then ask the recipient.");
    static final Verdict RECIPIENT_RESTRICTED = user(
            Reason.RECIPIENT_REJECTED,
            "The recipient takes mail from certain senders only: ask its owner to allow the sender.");
    static final Verdict RECIPIENT_BROKEN = admin(
            Reason.MAILBOX_NOT_FOUND,
            "Exchange cannot deliver into the recipient's mailbox: the recipient's administrator repairs it (New-MailboxRepairRequest"
                    + " or Microsoft support).");
    static final Verdict TOO_LARGE = operator(
            Reason.MESSAGE_TOO_LARGE,
            "The message is larger than a server on the way takes: send smaller attachments or a link.");
    static final Verdict TOO_LARGE_FOR_MAILBOX = admin(
            Reason.MESSAGE_TOO_LARGE,
            "The message is larger than the mailbox may send (attachments grow by a third): make it smaller, or the administrator"
                    + " runs Set-Mailbox -Identity <mailbox> -MaxSendSize 150MB.");
    static final Verdict TOO_MANY_RECIPIENTS = operator(
            Reason.INVALID_REQUEST,
            "Too many recipients for one message: split it (500 by default; Set-Mailbox -Identity <mailbox> -RecipientLimits 1000).");
    static final Verdict BAD_REQUEST = operator(
            Reason.INVALID_REQUEST,
            "The server does not take the command or the message in this form; if it was built by this library, report it as a bug.");
    static final Verdict LOOP = operator(
            Reason.INVALID_REQUEST,
            "The message goes round in a loop: check forwarding rules of the recipient and the MX records of the domain.");
    static final Verdict REFUSED = new Verdict(
            Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
            Actor.OPERATOR,
            false,
            "Exchange refuses the sign-in without a reason. Check in this order: the token is for https://outlook.office.com with"
                    + " SMTP.Send (not for Microsoft Graph) and has not expired; SMTP AUTH is on: Set-CASMailbox -Identity <mailbox>"
                    + " -SmtpClientAuthenticationDisabled $false; the signed-in user is the mailbox that is sent from, or has SendAs"
                    + " for it; no Conditional Access policy blocks it. After a change wait up to an hour.",
            List.of(
                    Reason.TOKEN_WRONG_AUDIENCE_OR_SCOPE,
                    Reason.PROTOCOL_DISABLED,
                    Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                    Reason.ACCESS_TOKEN_EXPIRED,
                    Reason.CONDITIONAL_ACCESS_BLOCKED));
    static final Verdict CREDENTIALS = new Verdict(
            Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
            Actor.USER,
            false,
            "Exchange says that the credentials are wrong: sign in with XOAUTH2 instead of a password; if it was XOAUTH2, send the"
                    + " user through sign-in again with the mailbox's own account.",
            List.of(
                    Reason.PROTOCOL_DISABLED,
                    Reason.TOKEN_WRONG_AUDIENCE_OR_SCOPE,
                    Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                    Reason.USER_DISABLED_OR_MISSING));

    private SmtpVerdicts() {}
}
