package dev.outlookmailbox.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.oauth.entra.Json;
import dev.outlookmailbox.oauth.entra.Redaction;
import java.util.List;
import java.util.Map;

/**
 * Reads an error that came by the browser (RFC 6749 section 4.1.2.1). Cancel on the consent page comes as
 * {@code consent_required} with AADSTS65004, elsewhere as {@code access_denied}.
 */
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
        return OutlookException.of(Layer.OAUTH, Diagnosis.of(Layer.OAUTH, known.toString()));
    }
}
