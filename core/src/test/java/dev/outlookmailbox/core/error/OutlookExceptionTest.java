package dev.outlookmailbox.core.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookExceptionTest {

    private static OutlookException thrown(Reason reason, Actor actor, boolean retryable) {
        return OutlookException.of(Layer.IMAP, Diagnosis.of(reason, actor, retryable, "Do this."));
    }

    @ParameterizedTest
    @CsvSource({
        "CONSENT_REQUIRED, SignInRequiredException",
        "INTERACTION_REQUIRED_MFA, SignInRequiredException",
        "REFRESH_TOKEN_EXPIRED, SignInRequiredException",
        "REFRESH_TOKEN_REVOKED, SignInRequiredException",
        "AUTH_CODE_INVALID, SignInRequiredException",
        "USER_DENIED, SignInRequiredException",
        "ACCESS_TOKEN_EXPIRED, SignInRequiredException",
        "ADMIN_CONSENT_REQUIRED, AccessBlockedException",
        "CONDITIONAL_ACCESS_BLOCKED, AccessBlockedException",
        "USER_DISABLED_OR_MISSING, AccessBlockedException",
        "MAILBOX_MISMATCH_OR_NO_ACCESS, AccessBlockedException",
        "PROTOCOL_DISABLED, AppMisconfiguredException",
        "LICENSE_OR_MAILBOX_MISSING, AccessBlockedException",
        "AMBIGUOUS_SIGN_IN_REFUSAL, AccessBlockedException",
        "INVALID_CLIENT_CREDENTIALS, AppMisconfiguredException",
        "CLIENT_SECRET_EXPIRED, AppMisconfiguredException",
        "WRONG_TENANT_OR_AUDIENCE, AppMisconfiguredException",
        "REDIRECT_URI_MISMATCH, AppMisconfiguredException",
        "SCOPE_INVALID, AppMisconfiguredException",
        "TOKEN_WRONG_AUDIENCE_OR_SCOPE, AppMisconfiguredException",
        "TLS_REQUIRED, AppMisconfiguredException",
        "THROTTLED, ThrottledException",
        "TOO_MANY_CONNECTIONS, ThrottledException",
        "SENDING_LIMIT_EXCEEDED, CommandRejectedException",
        "NETWORK, ConnectionException",
        "TRANSIENT_SERVER, ConnectionException",
        "SEND_AS_DENIED, CommandRejectedException",
        "RECIPIENT_REJECTED, CommandRejectedException",
        "MESSAGE_TOO_LARGE, CommandRejectedException",
        "QUOTA_EXCEEDED, CommandRejectedException",
        "SPAM_BLOCKED, CommandRejectedException",
        "MAILBOX_NOT_FOUND, CommandRejectedException",
        "FOLDER_NOT_FOUND, CommandRejectedException",
        "INVALID_REQUEST, CommandRejectedException",
        "OTHER, CommandRejectedException",
    })
    void theTypeIsWhatTheReaderDoesNext(Reason reason, String type) {
        assertEquals(type, thrown(reason, Actor.OPERATOR, false).getClass().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAnException(Reason reason) {
        for (Actor actor : Actor.values()) {
            assertSame(reason, thrown(reason, actor, false).diagnosis().reason());
            assertTrue(thrown(reason, actor, true).retryable());
        }
    }

    @Test
    void anExpiredTokenThatCanBeReplacedIsNoMatterForTheUser() {
        assertInstanceOf(ConnectionException.class, thrown(Reason.ACCESS_TOKEN_EXPIRED, Actor.NOBODY, true));
    }

    @Test
    void unnamedReasonsFollowWhoActs() {
        assertInstanceOf(ConnectionException.class, thrown(Reason.OTHER, Actor.NOBODY, true));
        assertInstanceOf(SignInRequiredException.class, thrown(Reason.OTHER, Actor.USER, false));
        assertInstanceOf(AccessBlockedException.class, thrown(Reason.OTHER, Actor.ADMIN, false));
    }

    @Test
    void whatEntraDoesNotTakeIsAMatterOfConfiguration() {
        Diagnosis malformed = Diagnosis.of(Reason.INVALID_REQUEST, Actor.OPERATOR, false, "Do this.");

        assertInstanceOf(AppMisconfiguredException.class, OutlookException.of(Layer.OAUTH, malformed));
        assertInstanceOf(CommandRejectedException.class, OutlookException.of(Layer.SMTP, malformed));
    }

    @ParameterizedTest
    @CsvSource({
        "MAILBOX_MISMATCH_OR_NO_ACCESS, USER, SignInRequiredException",
        "USER_DISABLED_OR_MISSING, USER, SignInRequiredException",
        "AMBIGUOUS_SIGN_IN_REFUSAL, USER, SignInRequiredException",
        "CONSENT_REQUIRED, ADMIN, AccessBlockedException",
        "PROTOCOL_DISABLED, ADMIN, AccessBlockedException",
        "PROTOCOL_DISABLED, USER, AccessBlockedException",
    })
    void whoActsDecidesWhereAReasonHasTwoRemedies(Reason reason, Actor actor, String type) {
        assertEquals(type, thrown(reason, actor, false).getClass().getSimpleName());
    }

    @Test
    void aSendingLimitIsWaitedForUnlessTheUserHasToAct() {
        assertInstanceOf(ThrottledException.class, thrown(Reason.SENDING_LIMIT_EXCEEDED, Actor.NOBODY, true));
        assertInstanceOf(CommandRejectedException.class, thrown(Reason.SENDING_LIMIT_EXCEEDED, Actor.USER, false));
    }

    @Test
    void whatBecameOfTheMessageCanBeToldLater() {
        OutlookException known = thrown(Reason.NETWORK, Actor.NOBODY, true);
        OutlookException told = known.withOutcome(SendOutcome.UNKNOWN);

        assertSame(known.getClass(), told.getClass());
        assertSame(known.diagnosis(), told.diagnosis());
        assertEquals(Optional.of(SendOutcome.UNKNOWN), told.outcome());
        assertEquals(List.of(known.getStackTrace()), List.of(told.getStackTrace()));
        assertInstanceOf(
                ProtocolViolationException.class,
                new ProtocolViolationException(Layer.SMTP, "what", null, null).withOutcome(SendOutcome.UNKNOWN));
    }

    @Test
    void oneLogLineSaysAll() {
        Diagnosis diagnosis = new Diagnosis(
                Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
                Actor.OPERATOR,
                false,
                Optional.empty(),
                "Do this.",
                "NO AUTHENTICATE failed.",
                Optional.of("id 7"),
                List.of(Reason.PROTOCOL_DISABLED));
        OutlookException exception = OutlookException.of(Layer.SMTP, diagnosis, SendOutcome.NOT_SENT, null);

        assertEquals(
                "Do this. [SMTP AMBIGUOUS_SIGN_IN_REFUSAL, message NOT_SENT] Likely causes: [PROTOCOL_DISABLED]."
                        + " The server said: NO AUTHENTICATE failed. (for Microsoft support: id 7)",
                exception.getMessage());
        assertEquals(Optional.of(SendOutcome.NOT_SENT), exception.outcome());
    }

    @Test
    void theServersWaitingTimeWinsOverTheUsualOne() {
        Diagnosis throttled = Diagnosis.of(Reason.THROTTLED, Actor.NOBODY, true, "Wait.");

        assertEquals(Duration.ofMinutes(5), wait(Layer.IMAP, throttled));
        assertEquals(Duration.ofSeconds(30), wait(Layer.OAUTH, throttled));
        assertEquals(Duration.ofSeconds(7), wait(Layer.IMAP, throttled.withRetryAfter(Duration.ofSeconds(7))));
        assertEquals(
                Duration.ofHours(1),
                wait(Layer.SMTP, Diagnosis.of(Reason.SENDING_LIMIT_EXCEEDED, Actor.NOBODY, true, "Wait.")));
    }

    @Test
    void aProtocolViolationAsksForABugReport() {
        OutlookException exception = new ProtocolViolationException(Layer.IMAP, "* what", null, null);

        assertTrue(String.valueOf(exception.getMessage()).contains("report"));
        assertEquals("* what", exception.diagnosis().serverText());
        assertEquals(Optional.empty(), exception.outcome());
    }

    private static Duration wait(Layer layer, Diagnosis diagnosis) {
        return assertInstanceOf(ThrottledException.class, OutlookException.of(layer, diagnosis))
                .retryAfter();
    }
}
