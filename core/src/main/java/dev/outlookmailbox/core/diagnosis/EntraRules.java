package dev.outlookmailbox.core.diagnosis;

import static dev.outlookmailbox.core.diagnosis.Rule.aadsts;
import static dev.outlookmailbox.core.diagnosis.Rule.error;
import static dev.outlookmailbox.core.diagnosis.Rule.http;
import static dev.outlookmailbox.core.diagnosis.Rule.says;
import static dev.outlookmailbox.core.diagnosis.Rule.suberror;
import static dev.outlookmailbox.core.diagnosis.Rule.when;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Classifies what Entra says: by number, then suberror, then error, then words; the words may be in any language. */
final class EntraRules {

    /** Numbers that mean several things, told apart by other fields or by words. */
    private static final List<Rule> OVERLOADED = List.of(
            when(aadsts("70000").and(says("service abuse mode")), EntraVerdicts.USER_ABUSE),
            when(aadsts("70000").and(says("scopes requested are unauthorized")), EntraVerdicts.SCOPES_NOT_GRANTED),
            when(
                    aadsts("70000").and(says("for the 'code' parameter", "parameter 'code'", "the code has expired")),
                    EntraVerdicts.CODE_INVALID),
            when(aadsts("70000").and(says("grant is expired", "token has expired")), EntraVerdicts.REFRESH_EXPIRED),
            when(aadsts("70008").and(says("revoked")), EntraVerdicts.REFRESH_REVOKED),
            when(aadsts("70008").and(says("authorization code")), EntraVerdicts.CODE_INVALID),
            when(aadsts("70002").and(says("must include a client_secret")), EntraVerdicts.SECRET_MISSING),
            when(aadsts("50053").and(says("malicious")), EntraVerdicts.CONDITIONAL_ACCESS),
            when(
                    aadsts("90023", "9002313")
                            .and(error("invalid_grant"))
                            .and(e -> e.codes().size() == 1),
                    EntraVerdicts.REFRESH_REVOKED));

    private static final List<Rule> FIELDS = List.of(
            when(http(429, 429).or(says("too many requests")), EntraVerdicts.THROTTLED),
            when(suberror("basic_action", "additional_action"), EntraVerdicts.SIGN_IN),
            when(suberror("message_only", "protection_policy_required"), EntraVerdicts.CONDITIONAL_ACCESS),
            when(suberror("consent_required"), EntraVerdicts.CONSENT),
            when(suberror("user_password_expired"), EntraVerdicts.PASSWORD),
            when(suberror("token_expired"), EntraVerdicts.REFRESH_EXPIRED),
            when(suberror("bad_token", "client_mismatch"), EntraVerdicts.REFRESH_REVOKED));

    /** Without a number, as Microsoft's service for personal accounts answers. */
    private static final List<Rule> WORDS = List.of(
            when(says("redirect_uri' is not valid", "redirect uri", "reply address"), EntraVerdicts.REDIRECT_MISMATCH),
            when(says("client secret", "client_secret").and(says("expired")), EntraVerdicts.SECRET_EXPIRED),
            when(
                    says("must include a client_secret", "must contain the following parameter: client_assertion"),
                    EntraVerdicts.SECRET_MISSING),
            when(says("client secret"), EntraVerdicts.SECRET_WRONG),
            when(says("not enabled for consumers", "client does not exist"), EntraVerdicts.WRONG_ACCOUNT_TYPE),
            when(says("admin consent", "need admin approval", "needs admin approval"), EntraVerdicts.ADMIN_CONSENT),
            when(says("not listed in the client's required resource access"), EntraVerdicts.SCOPE_NOT_REGISTERED),
            when(says("input parameter 'scope'", "parameter: 'scope'"), EntraVerdicts.SCOPE_WRONG),
            when(says("service abuse mode"), EntraVerdicts.USER_ABUSE),
            when(
                    says(
                            "conditional access",
                            "not meet the criteria to access",
                            "requires the device",
                            "device is required to be",
                            "access has been blocked"),
                    EntraVerdicts.CONDITIONAL_ACCESS),
            when(
                    says("authorization code", "device code", "parameter 'code'", "code_verifier"),
                    EntraVerdicts.CODE_INVALID),
            when(says("invalid audience", "audience validation failed"), EntraVerdicts.RESOURCE_TOKEN));

    private static final List<Rule> ERRORS = List.of(
            when(error("access_denied", "authorization_declined"), EntraVerdicts.DECLINED),
            when(error("consent_required"), EntraVerdicts.CONSENT),
            when(error("interaction_required", "login_required", "account_selection_required"), EntraVerdicts.SIGN_IN),
            when(error("invalid_client"), EntraVerdicts.SECRET_WRONG),
            when(error("unauthorized_client"), EntraVerdicts.APP_NOT_FOUND),
            when(error("invalid_scope"), EntraVerdicts.SCOPE_WRONG),
            when(error("invalid_resource"), EntraVerdicts.RESOURCE_UNKNOWN),
            when(error("invalid_token", "insufficient_scope"), EntraVerdicts.RESOURCE_TOKEN),
            when(error("expired_token", "bad_verification_code"), EntraVerdicts.CODE_INVALID),
            when(error("authorization_pending"), EntraVerdicts.PENDING),
            when(error("slow_down"), EntraVerdicts.THROTTLED),
            when(error("temporarily_unavailable", "server_error"), EntraVerdicts.TRANSIENT),
            when(error("invalid_grant").and(says("expired")), EntraVerdicts.REFRESH_EXPIRED),
            when(error("invalid_grant"), EntraVerdicts.REFRESH_REVOKED),
            when(
                    error("invalid_request", "unsupported_grant_type", "unsupported_response_type"),
                    EntraVerdicts.BAD_REQUEST),
            when(http(500, 599), EntraVerdicts.TRANSIENT),
            when(
                    says(
                            "bad gateway",
                            "service unavailable",
                            "gateway timeout",
                            "gateway time-out",
                            "internal server error"),
                    EntraVerdicts.TRANSIENT));

    private EntraRules() {}

    static @Nullable Verdict verdict(Evidence evidence) {
        List<Supplier<@Nullable Verdict>> steps = List.of(
                () -> Rule.first(OVERLOADED, evidence),
                () -> EntraCodes.known(evidence.codes()),
                () -> Rule.first(FIELDS, evidence),
                () -> Rule.first(WORDS, evidence),
                () -> EntraCodes.family(evidence.codes()),
                () -> Rule.first(ERRORS, evidence));
        for (Supplier<@Nullable Verdict> step : steps) {
            Verdict verdict = step.get();
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }
}
