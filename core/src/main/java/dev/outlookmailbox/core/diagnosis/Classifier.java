package dev.outlookmailbox.core.diagnosis;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a text into a diagnosis: unwrap, read the evidence, ask the tables of the layer. Stateless; any thread may use it. */
public final class Classifier {

    private Classifier() {}

    /** See {@link Diagnosis#of(Layer, String)}. Takes time linear in the length of the text, and no more than for 32,000 characters. */
    public static Diagnosis classify(Layer layer, @Nullable String text) {
        Evidence evidence = Evidence.of(Unwrapping.unwrap(text == null ? "" : text));
        Verdict verdict = verdict(layer, evidence);
        Optional<Duration> wait = verdict.retryable() ? WaitingTime.in(evidence.text()) : Optional.empty();
        return new Diagnosis(
                verdict.reason(),
                verdict.actor(),
                verdict.retryable(),
                wait,
                verdict.advice(),
                ServerWords.of(evidence),
                SupportId.in(evidence.text()),
                verdict.alternatives());
    }

    private static Verdict verdict(Layer layer, Evidence evidence) {
        Verdict verdict = layer == Layer.OAUTH || evidence.fromEntra() ? EntraRules.verdict(evidence) : null;
        if (verdict == null) {
            verdict = switch (layer) {
                case OAUTH -> null;
                case IMAP -> ImapRules.verdict(evidence);
                case SMTP -> smtp(evidence);
            };
        }
        if (verdict == null) {
            verdict = NetworkRules.verdict(evidence);
        }
        return verdict == null ? Verdict.UNKNOWN : verdict;
    }

    private static @Nullable Verdict smtp(Evidence whole) {
        String innermost = Replies.innermost(whole.text());
        Verdict verdict =
                innermost.length() == whole.text().length() ? null : SmtpRules.verdict(Evidence.of(innermost));
        return verdict == null ? SmtpRules.verdict(whole) : verdict;
    }
}
