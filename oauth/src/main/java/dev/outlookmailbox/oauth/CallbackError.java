package dev.outlookmailbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.entra.Json;
import dev.outlookmailbox.oauth.entra.Redaction;
import java.util.List;
import java.util.Map;

/** Reads an error that came by the browser (RFC 6749 section 4.1.2.1). */
final class CallbackError {

    private static final List<String> TEXTS = List.of("error", "error_description", "error_subcode", "error_uri");

    private CallbackError() {}

    static OutlookException toException(Map<String, String> parameters) {
        ObjectNode known = Json.newObject();
        Redaction oneLine = new Redaction();
        for (String name : TEXTS) {
            if (parameters.containsKey(name)) {
                known.put(name, oneLine.of(parameters.getOrDefault(name, "")));
            }
        }
        String error = known.path("error").asText();
        String description = known.path("error_description").asText();
        String serverText = description.isEmpty() ? error : error + ": " + description;
        Diagnosis diagnosis = Diagnosis.of(Layer.OAUTH, known.toString());
        return OutlookException.of(
                Layer.OAUTH,
                (declined(error, description, diagnosis) ? declinedDiagnosis() : diagnosis).withServerText(serverText));
    }

    /** Cancel on the consent page comes as {@code consent_required} with AADSTS65004, elsewhere as {@code access_denied}. */
    private static boolean declined(String error, String description, Diagnosis diagnosis) {
        return description.contains("AADSTS65004")
                || (error.equals("access_denied") && diagnosis.reason() == Reason.OTHER);
    }

    private static Diagnosis declinedDiagnosis() {
        return Diagnosis.of(
                Reason.USER_DENIED,
                Actor.USER,
                false,
                "The user declined, or met the page \"Need admin approval\". Offer the sign-in again; if that page is in"
                        + " the way, the tenant's administrator has to consent to this app first.");
    }
}
