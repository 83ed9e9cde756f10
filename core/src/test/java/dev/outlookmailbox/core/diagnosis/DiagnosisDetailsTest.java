package dev.outlookmailbox.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisDetailsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP | 535 5.7.139 SmtpClientAuthentication is disabled for the Tenant. | Set-TransportConfig -SmtpClientAuthenticationDisabled $false",
                "SMTP | 535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox. | Set-CASMailbox -Identity <mailbox> -SmtpClientAuthenticationDisabled $false",
                "SMTP | 550 5.7.60 Client does not have permissions to send as this sender | Add-RecipientPermission",
                "SMTP | 550 5.1.8 Access denied, bad outbound sender | https://security.microsoft.com/restrictedentities",
                "IMAP | BAD User is authenticated but not connected. | Set-CASMailbox -Identity <mailbox> -ImapEnabled $true",
                "IMAP | NO AUTHENTICATE failed. | Microsoft Graph",
                "IMAP | NO [NOPERM] no | Add-MailboxPermission",
                "IMAP | NO Maximum size of appendable message has been exceeded | -MaxReceiveSize",
                "OAUTH | AADSTS7000215: Invalid client secret provided. | Value, not its Secret ID",
                "OAUTH | AADSTS50011: redirect | App registrations > Authentication",
                "OAUTH | AADSTS90094: admin | adminConsentUrl",
                "OAUTH | AADSTS50105: not assigned | Users and groups",
            })
    void adviceNamesTheCommandOrThePage(Layer layer, String text, String fix) {
        assertTrue(
                Diagnosis.of(layer, text).advice().contains(fix),
                Diagnosis.of(layer, text).advice());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OAUTH | AADSTS90033: x Trace ID: 11111111-2222-3333-4444-555555550001 Correlation ID: 11111111-2222-3333-4444-555555550002 Timestamp: 2026 | Trace ID 11111111-2222-3333-4444-555555550001, Correlation ID 11111111-2222-3333-4444-555555550002",
                "OAUTH | {\"trace_id\":\"11111111-2222-3333-4444-555555550001\",\"error\":\"invalid_grant\"} | Trace ID 11111111-2222-3333-4444-555555550001",
                "OAUTH | {u'correlation_id': u'11111111-2222-3333-4444-555555550002'} | Correlation ID 11111111-2222-3333-4444-555555550002",
                "SMTP | 535 5.7.3 no [AM0PR01CA0101.eurprd01.prod.outlook.com 2026-10-03T08:15:27.101Z 08DE0213A4F0C1B2] | request 08DE0213A4F0C1B2 at AM0PR01CA0101.eurprd01.prod.outlook.com, 2026-10-03T08:15:27.101Z",
                "SMTP | 432 4.3.2 x [Hostname=OS0PR01MB6099.jpnprd01.prod.outlook.com] | OS0PR01MB6099.jpnprd01.prod.outlook.com",
                "SMTP | 535 5.7.3 no [BM1P287CA0015.INDP287.PROD.OUTLOOK.COM] | BM1P287CA0015.INDP287.PROD.OUTLOOK.COM",
            })
    void theIdThatSupportLooksUpIsFound(Layer layer, String text, String id) {
        assertEquals(Optional.of(id), Diagnosis.of(layer, text).supportId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAP | NO Request is throttled. Suggested Backoff Time: 299961 milliseconds | PT4M59.961S",
                "OAUTH | HTTP/1.1 429 Too Many Requests Retry-After: 17 | PT17S",
                "OAUTH | {\"error\":\"temporarily_unavailable\",\"retryAfter\": 30} | PT30S",
                "OAUTH | {\"error\":\"slow_down\",\"retry_after_seconds\":\"45\"} | PT45S",
                "SMTP | 451 4.7.500 Server busy. Please try again in 5 minutes | PT5M",
                "SMTP | 421 4.3.2 busy, please wait for 2 hours | PT2H",
                "IMAP | BAD Request is throttled. Suggested Backoff Time: 999999999999 milliseconds | PT24H",
            })
    void theServersWaitingTimeIsRead(Layer layer, String text, Duration wait) {
        assertEquals(Optional.of(wait), Diagnosis.of(layer, text).retryAfter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OAUTH | AADSTS50057: disabled. Retry-After: 17",
                "IMAP | NO Request is throttled. Suggested Backoff Time: 0 milliseconds",
                "SMTP | 451 4.7.500 Server busy. Please try again later",
                "SMTP | 421 4.4.2 we retry 3 times",
            })
    void noWaitingTimeIsMadeUp(Layer layer, String text) {
        assertEquals(Optional.empty(), Diagnosis.of(layer, text).retryAfter());
    }

    @Test
    void theServersWordsAreFitForALogLine() {
        Diagnosis diagnosis = Diagnosis.of(
                Layer.SMTP,
                "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException;\r\n Cannot submit message."
                        + " 0.35250:1F009983, 1.36674:0A000000 [Hostname=VI1PR05MB5405.eurprd05.prod.outlook.com]");

        assertEquals(
                "554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException; Cannot submit message.",
                diagnosis.serverText());
    }

    @Test
    void theServersWordsAreTakenOutOfJson() {
        Diagnosis diagnosis = Diagnosis.of(
                Layer.OAUTH,
                "POST failed: {\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50057: Il n\\u0027est plus actif.\\r\\n"
                        + "Trace ID: 11111111-2222-3333-4444-555555550001\",\"error_codes\":[50057]}");

        assertEquals("invalid_grant: AADSTS50057: Il n'est plus actif.", diagnosis.serverText());
    }

    @Test
    void textsThatDecideNothingRankWhatTheyMayMean() {
        assertEquals(
                Reason.TOKEN_WRONG_AUDIENCE_OR_SCOPE,
                Diagnosis.of(Layer.IMAP, "NO AUTHENTICATE failed.")
                        .alternatives()
                        .get(0));
        assertTrue(Diagnosis.of(Layer.SMTP, "535 5.7.3 Authentication unsuccessful")
                .alternatives()
                .contains(Reason.PROTOCOL_DISABLED));
        assertTrue(Diagnosis.of(Layer.OAUTH, "AADSTS50057: disabled")
                .alternatives()
                .isEmpty());
    }

    @Test
    void theLayerDecidesWhatTheSameWordsMean() {
        String words = "Authentication failed";

        assertEquals(
                Reason.AMBIGUOUS_SIGN_IN_REFUSAL,
                Diagnosis.of(Layer.IMAP, words).reason());
        assertEquals(Reason.OTHER, Diagnosis.of(Layer.OAUTH, words).reason());
    }

    @Test
    void entraIsUnderstoodInTheMiddleOfAMailOperation() {
        assertEquals(
                Reason.REFRESH_TOKEN_EXPIRED,
                Diagnosis.of(Layer.IMAP, "token request failed: AADSTS700082: expired due to inactivity")
                        .reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.7.60 Client does not have permissions to send as this sender; then: 451 4.7.500 Server busy | THROTTLED",
                "535 5.7.139 SmtpClientAuthentication is disabled for the Tenant. Error: 550 5.1.1 User unknown | RECIPIENT_REJECTED",
                "451 4.7.500 Server busy; Error: 535 5.7.139 SmtpClientAuthentication is disabled | PROTOCOL_DISABLED",
                "554 5.2.0 SendAsDenied; next try: 552 5.3.4 too big | MESSAGE_TOO_LARGE",
            })
    void theInnermostReplyWins(String text, Reason reason) {
        assertEquals(reason, Diagnosis.of(Layer.SMTP, text).reason());
    }

    @Test
    void anInnermostReplyThatSaysNothingLeavesItToTheOthers() {
        assertEquals(
                Reason.SEND_AS_DENIED,
                Diagnosis.of(Layer.SMTP, "554 5.2.0 SendAsDenied; status 5.0.0").reason());
    }

    @Test
    void numbersThatAreNotKnownFallToTheirFamily() {
        assertEquals(
                Reason.REDIRECT_URI_MISMATCH,
                Diagnosis.of(Layer.OAUTH, "AADSTS500118: x").reason());
        assertEquals(
                Reason.CONDITIONAL_ACCESS_BLOCKED,
                Diagnosis.of(Layer.OAUTH, "AADSTS53999: x").reason());
        assertEquals(
                Reason.CONDITIONAL_ACCESS_BLOCKED,
                Diagnosis.of(Layer.OAUTH, "{\"error\":\"invalid_grant\",\"error_codes\":[53999]}")
                        .reason());
        assertEquals(
                Reason.USER_DISABLED_OR_MISSING,
                Diagnosis.of(Layer.OAUTH, "AADSTS500579: x").reason());
    }
}
