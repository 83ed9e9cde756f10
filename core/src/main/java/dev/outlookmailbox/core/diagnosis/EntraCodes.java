package dev.outlookmailbox.core.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The AADSTS numbers. Entra numbers special cases by more digits behind the number of the general one (70008 expired or revoked
 * grant, 700082 by inactivity, 700084 of a single-page app), so the longest known beginning decides, and numbers that appear
 * tomorrow fall to their family.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Error codes</a>
 */
final class EntraCodes {

    /** Numbers that stand beside a more telling one in {@code error_codes}. */
    private static final Set<String> GENERAL = Set.of("50000", "70000", "70002", "90023", "9002313");

    /** Shorter beginnings name whole families, which are only a guess. */
    private static final int FAMILY = 4;

    private static final Map<String, Verdict> TABLE = new HashMap<>();

    static {
        credentialsAndRegistration();
        accountsAndTenants();
        signInAndPolicies();
        grants();
        scopesAndConsent();
        requests();
        waiting();
    }

    private EntraCodes() {}

    /** Of the most telling number; null if none is known. */
    static @Nullable Verdict known(List<String> codes) {
        Verdict general = null;
        for (String code : codes) {
            Verdict verdict = longest(code, FAMILY + 1);
            if (verdict != null && !GENERAL.contains(code)) {
                return verdict;
            }
            general = general == null ? verdict : general;
        }
        return general;
    }

    /** What the family of an unknown number suggests; null if that is unknown too. */
    static @Nullable Verdict family(List<String> codes) {
        for (String code : codes) {
            Verdict verdict = longest(code, 2);
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    private static @Nullable Verdict longest(String code, int shortest) {
        for (int length = code.length(); length >= shortest; length--) {
            Verdict verdict = TABLE.get(code.substring(0, length));
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    private static void credentialsAndRegistration() {
        put(EntraVerdicts.SECRET_WRONG, "70002 7000215");
        put(EntraVerdicts.SECRET_MISSING, "7000216 7000218 700026");
        put(EntraVerdicts.SECRET_NOT_ALLOWED, "700025");
        put(EntraVerdicts.SECRET_EXPIRED, "7000222");
        put(EntraVerdicts.CERTIFICATE_WRONG, "50012 50013 50027 50048 700021 700023 700024 700027 700030 7000272 7002");
        put(EntraVerdicts.APP_NOT_FOUND, "70001 700016 7000112 7000229 700038 90112");
        put(EntraVerdicts.REDIRECT_MISMATCH, "50011 70004 700009 900971 90102 900970 9002325 9002326 9002327");
    }

    private static void accountsAndTenants() {
        put(
                EntraVerdicts.WRONG_ACCOUNT_TYPE,
                "16000 16003 50020 50194 90072 90124 90130 9001023 9002331 9002332 9002346 90027 50177 50178");
        put(
                EntraVerdicts.WRONG_TENANT,
                "50049 50059 50128 50107 50169 90002 90019 90038 90043 90051 900382 900432 900439 1000104 50029");
        put(EntraVerdicts.RESOURCE_UNKNOWN, "50001 650054");
        put(EntraVerdicts.USER_DISABLED, "50014 50034 50057 51004 50197 80012");
        put(EntraVerdicts.USER_LOCKED.retryableToo(), "50053");
        put(EntraVerdicts.PASSWORD, "50055 50056 50064 50126 50135 50144 50142 1200");
    }

    private static void signInAndPolicies() {
        put(
                EntraVerdicts.SIGN_IN,
                "16001 16002 50058 50072 50074 50076 50078 50079 50085 50089 50125 50136 50139 50140 50143 50158 50161"
                        + " 50168 50170 50199 51006 500121 700020 16 50015 54008");
        put(
                EntraVerdicts.CONDITIONAL_ACCESS,
                "50005 50097 50127 50129 50131 50155 50187 53000 53001 53002 53003 53004 53005 53009 53010 53011 53 501291"
                        + " 50099 54000 1350");
        put(EntraVerdicts.SECURITY_DEFAULTS, "530035");
        put(EntraVerdicts.NOT_ASSIGNED, "50105");
        put(EntraVerdicts.TENANT_RESTRICTION, "50002 500021 500022 500212 500213");
        put(
                EntraVerdicts.FEDERATION,
                "20001 20012 20033 40008 40009 40015 50003 50006 50007 50008 50010 50017 50146 50180 75 76 80 81 20 40");
    }

    private static void grants() {
        put(EntraVerdicts.REFRESH_EXPIRED, "70008 700082 70043 70044 70046");
        put(EntraVerdicts.REFRESH_SPA, "700084");
        put(EntraVerdicts.REFRESH_REVOKED, "50132 50133 50173 70000 700003");
        put(EntraVerdicts.CODE_INVALID, "50147 50148 501481 501491 54005 70018 70019 70020 700005");
        put(EntraVerdicts.PENDING, "70016");
        put(EntraVerdicts.DECLINED, "65004");
    }

    private static void scopesAndConsent() {
        put(EntraVerdicts.CONSENT, "65001 90008 52004 65");
        put(EntraVerdicts.ADMIN_CONSENT, "90093 90094 90095 90097 90099");
        put(EntraVerdicts.SCOPE_WRONG, "28000 28002 28003 70011 700022 901002 28");
        put(EntraVerdicts.SCOPE_NOT_REGISTERED, "65002 65005 65006 65007 650051 650053 650056 650057");
        put(EntraVerdicts.NO_EXCHANGE, "650052");
    }

    private static void requests() {
        put(
                EntraVerdicts.BAD_REQUEST,
                "50050 50192 70003 70005 70007 90004 90005 90007 90009 90010 90013 90014 90015 90016 90023 90056"
                        + " 90100 90117 90119 90120 90121 900 901 50134");
    }

    private static void waiting() {
        put(EntraVerdicts.LOOP, "50196");
        put(EntraVerdicts.THROTTLED, "50088 50166 90055");
        put(
                EntraVerdicts.TRANSIENT,
                "40010 50033 50087 70012 80001 80002 80005 80007 80014 90006 90012 90024 90033 90036 90090 90091 50000"
                        + " 51005");
    }

    private static void put(Verdict verdict, String numbers) {
        for (String number : numbers.split(" ", -1)) {
            TABLE.put(number, verdict);
        }
    }
}
