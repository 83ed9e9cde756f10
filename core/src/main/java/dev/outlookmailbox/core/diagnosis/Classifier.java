package dev.outlookmailbox.core.diagnosis;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.Reason;
import java.util.List;
import java.util.Optional;

/** Turns a text into a diagnosis. Stateless; any thread may use it. */
public final class Classifier {

    private Classifier() {}

    public static Diagnosis classify(Layer layer, String text) {
        return new Diagnosis(
                Reason.OTHER,
                Actor.OPERATOR,
                false,
                Optional.empty(),
                "Look at the server's words.",
                text,
                Optional.empty(),
                List.of());
    }
}
