package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Verdict.admin;
import static dev.outlookmailbox.core.diagnosis.Verdict.later;
import static dev.outlookmailbox.core.diagnosis.Verdict.operator;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import java.util.List;

/** What Exchange says over IMAP only. */
final class ImapVerdicts {

    static final Verdict TOKEN_EXPIRED = later(
            Reason.ACCESS_TOKEN_EXPIRED,
            "The access token of this session has expired: open a new connection with a fresh token and repeat the command.");
    static final Verdict NOT_CONNECTED = admin(
                    Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                    "The token is good but Exchange cannot open the mailbox: try two or three times on a new connection with"
                            + " growing pauses; if it stays, the administrator runs Set-CASMailbox -Identity <mailbox> -ImapEnabled"
                            + " $true, and for a shared mailbox or an app Add-MailboxPermission -Identity <mailbox> -User <user or"
                            + " service principal> -AccessRights FullAccess; for a personal account the owner switches on POP and"
                            + " IMAP at https://outlook.live.com (Settings > Mail > Forwarding and IMAP).")
            .orRather(
                    Reason.PROTOCOL_DISABLED,
                    Reason.TOO_MANY_CONNECTIONS,
                    Reason.TRANSIENT_SERVER,
                    Reason.LICENSE_OR_MAILBOX_MISSING);
    static final Verdict IMAP_OFF = admin(
            Reason.PROTOCOL_DISABLED,
            "IMAP is off for this mailbox: the administrator runs Set-CASMailbox -Identity <mailbox> -ImapEnabled $true, or checks"
                    + " Microsoft 365 admin center > Users > the user > Mail > Manage email apps; it takes up to an hour.");
    static final Verdict NO_ACCESS = admin(
            Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
            "The signed-in account may not open this mailbox or folder: the administrator runs Add-MailboxPermission -Identity"
                    + " <mailbox> -User <user or service principal> -AccessRights FullAccess.");
    static final Verdict TOO_LARGE = admin(
            Reason.MESSAGE_TOO_LARGE,
            "The message is larger than the mailbox takes: make it smaller, or the administrator runs Set-Mailbox -Identity"
                    + " <mailbox> -MaxReceiveSize 150MB -MaxSendSize 150MB.");
    static final Verdict NO_FOLDER = operator(
            Reason.FOLDER_NOT_FOUND,
            "There is no such folder, or it can hold no messages: list the folders and use a path from there; the separator is /.");
    static final Verdict FOLDER_EXISTS = operator(Reason.OTHER, "The folder exists already; use it.");
    static final Verdict FOLDER_NAME =
            operator(Reason.INVALID_REQUEST, "Exchange keeps this folder name for itself; choose another one.");
    static final Verdict MESSAGES_GONE = operator(
            Reason.OTHER,
            "Some of the messages were deleted or moved meanwhile; synchronise the folder and ask for those still there.");
    static final Verdict BAD_COMMAND = operator(
            Reason.INVALID_REQUEST,
            "Exchange does not take this command (unknown, too long, or not with these arguments): ask for fewer messages at once;"
                    + " if it stays, report it as a bug of this library. Do not repeat it: after about ten such errors Exchange"
                    + " closes the connection.");
    static final Verdict ARGUMENT_ERROR = operator(
                    Reason.OTHER,
                    "Exchange names no cause: for an APPEND check the size of the message, lines over 10,000 bytes and the quota;"
                            + " for other commands their arguments. Do not repeat it: after about ten such errors Exchange closes"
                            + " the connection.")
            .orRather(Reason.INVALID_REQUEST, Reason.MESSAGE_TOO_LARGE, Reason.QUOTA_EXCEEDED);
    static final Verdict LOST_SESSION = later(
            Reason.OTHER,
            "The session was lost before this command: open a new connection, sign in, select the folder and repeat it.");
    static final Verdict REFUSED = new Verdict(
            Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
            Actor.OPERATOR,
            false,
            "Exchange refuses the sign-in without a reason. Check in this order: the token is for https://outlook.office.com with"
                    + " IMAP.AccessAsUser.All (not for Microsoft Graph) and has not expired; the signed-in user owns the mailbox or"
                    + " has FullAccess to it (app-only: New-ServicePrincipal and Add-MailboxPermission were run with the object id of"
                    + " the enterprise application); IMAP is on: Set-CASMailbox -Identity <mailbox> -ImapEnabled $true; the mailbox"
                    + " exists and has a licence.",
            List.of(
                    Reason.TOKEN_WRONG_AUDIENCE_OR_SCOPE,
                    Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                    Reason.ACCESS_TOKEN_EXPIRED,
                    Reason.PROTOCOL_DISABLED,
                    Reason.LICENSE_OR_MAILBOX_MISSING));

    private ImapVerdicts() {}
}
