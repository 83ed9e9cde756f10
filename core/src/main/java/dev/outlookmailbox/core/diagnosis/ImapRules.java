package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Rule.code;
import static dev.outlookmailbox.core.diagnosis.Rule.condition;
import static dev.outlookmailbox.core.diagnosis.Rule.says;
import static dev.outlookmailbox.core.diagnosis.Rule.when;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Classifies what Exchange says over IMAP (and POP, whose words are the same): its own phrases first, since it sends no response
 * codes, then the codes of RFC 5530, then phrases that others use too, then NO, BAD or BYE alone.
 */
final class ImapRules {

    private static final List<Rule> TABLE = List.of(
            when(says("AccessTokenExpired"), ImapVerdicts.TOKEN_EXPIRED),
            when(says("request is throttled", "suggested backoff time"), ExchangeVerdicts.THROTTLED),
            when(
                    says("BasicAuthBlocked", "basic authentication is disabled", "NO LOGIN failed", "[LOGINDISABLED]"),
                    ExchangeVerdicts.BASIC_AUTH),
            when(says("authenticated but not connected"), ImapVerdicts.NOT_CONNECTED),
            when(
                    says(
                            "IMAP4 is disabled",
                            "IMAP is disabled",
                            "IMAP access is disabled",
                            "IMAP is not enabled",
                            "not enabled for IMAP",
                            "protocol is disabled",
                            "protocol is not enabled"),
                    ImapVerdicts.IMAP_OFF),
            when(
                    says("account is disabled", "account has been disabled", "account is locked"),
                    ExchangeVerdicts.USER_DISABLED),
            when(
                    says(
                            "too many simultaneous connections",
                            "too many connections",
                            "maximum number of connections",
                            "connection limit",
                            "too many sessions"),
                    ExchangeVerdicts.TOO_MANY_CONNECTIONS),
            when(
                    says(
                                    "size of appendable message",
                                    "message too large",
                                    "message is too large",
                                    "maximum message size")
                            .or(code("TOOBIG")),
                    ImapVerdicts.TOO_LARGE),
            when(says("folder name is reserved", "invalid mailbox name"), ImapVerdicts.FOLDER_NAME),
            when(
                    code("OVERQUOTA").or(says("over quota", "quota exceeded", "exceeded its quota", "mailbox is full")),
                    ExchangeVerdicts.QUOTA),
            when(code("UNAVAILABLE", "SERVERBUG", "INUSE", "CORRUPTION", "LIMIT"), ExchangeVerdicts.TRANSIENT),
            when(code("EXPIRED"), ImapVerdicts.TOKEN_EXPIRED),
            when(code("AUTHORIZATIONFAILED", "NOPERM", "CONTACTADMIN"), ImapVerdicts.NO_ACCESS),
            when(code("PRIVACYREQUIRED"), ExchangeVerdicts.TLS),
            when(code("NONEXISTENT", "TRYCREATE"), ImapVerdicts.NO_FOLDER),
            when(code("ALREADYEXISTS").or(says("mailbox already exists")), ImapVerdicts.FOLDER_EXISTS),
            when(
                    code("AUTHENTICATIONFAILED")
                            .or(says(
                                    "AUTHENTICATE failed",
                                    "authentication failed",
                                    "authentication failure",
                                    "authentication unsuccessful",
                                    "invalid credentials",
                                    "unknown user name or bad password")),
                    ImapVerdicts.REFUSED),
            when(says("\"schemes\":\"bearer\""), ImapVerdicts.REFUSED),
            when(
                    says(
                            "mailbox doesn't exist",
                            "mailbox does not exist",
                            "folder does not exist",
                            "isn't selectable",
                            "not selectable",
                            "no such mailbox",
                            "no such folder",
                            "unknown mailbox",
                            "folder not found"),
                    ImapVerdicts.NO_FOLDER),
            when(says("requested messages no longer exist"), ImapVerdicts.MESSAGES_GONE),
            when(
                    code("CLIENTBUG", "CANNOT", "BADCHARSET", "UNKNOWN-CTE", "HASCHILDREN", "READ-ONLY"),
                    ImapVerdicts.BAD_COMMAND),
            when(says("command argument error"), ImapVerdicts.ARGUMENT_ERROR),
            when(
                    says(
                            "in invalid state",
                            "illegal in state",
                            "not allowed in the current state",
                            "NO not connected"),
                    ImapVerdicts.LOST_SESSION),
            when(
                    says(
                            "server unavailable",
                            "service unavailable",
                            "server is unavailable",
                            "temporarily unavailable",
                            "server busy",
                            "server error",
                            "internal error",
                            "connection is closed",
                            "connection closed",
                            "session invalidated",
                            "signing off",
                            "logging out"),
                    ExchangeVerdicts.TRANSIENT),
            when(
                    says("command error", "unknown command", "unrecognized command")
                            .or(condition("BAD")),
                    ImapVerdicts.BAD_COMMAND),
            when(condition("BYE"), ExchangeVerdicts.TRANSIENT));

    private ImapRules() {}

    static @Nullable Verdict verdict(Evidence evidence) {
        return Rule.first(TABLE, evidence);
    }
}
