package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.net.URI;
import java.util.Locale;

/** A proxy, firewall or captive portal that answers in place of Entra, whose token endpoint speaks nothing but JSON. */
final class Intermediary {

    private Intermediary() {}

    static boolean wrote(HttpAnswer answer) {
        return answer.contentType().toLowerCase(Locale.ROOT).contains("html")
                || answer.body().stripLeading().startsWith("<");
    }

    static OutlookException exception(URI authority, HttpAnswer answer) {
        return OutlookException.of(Layer.OAUTH, diagnosis(authority, answer));
    }

    static Diagnosis diagnosis(URI authority, HttpAnswer answer) {
        return Diagnosis.of(
                        Reason.NETWORK,
                        Actor.OPERATOR,
                        false,
                        "Something else answered in place of the token endpoint at " + authority
                                + ": a proxy, a firewall, a captive portal, or another web server. Let this host through"
                                + " untouched, or correct the authority of the endpoints.")
                .withServerText(answer.summary());
    }
}
