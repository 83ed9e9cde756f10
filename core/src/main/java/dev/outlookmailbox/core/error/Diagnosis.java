package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.diagnosis.Classifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened, who acts, and what to do.
 *
 * @param reason what happened
 * @param actor who has to act
 * @param retryable whether the same call can succeed later without anybody acting
 * @param retryAfter how long the server asked to wait, if it did
 * @param advice one or more sentences that say exactly what to do
 * @param serverText the server's own words without any secret, {@code ""} if no server spoke
 * @param supportId what Microsoft support asks for: a trace id, correlation id or request id
 * @param alternatives what else it may be, most likely first; empty where the text leaves no doubt
 */
public record Diagnosis(
        Reason reason,
        Actor actor,
        boolean retryable,
        Optional<Duration> retryAfter,
        String advice,
        String serverText,
        Optional<String> supportId,
        List<Reason> alternatives) {

    public Diagnosis {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Classifies any text of Entra, Exchange IMAP or Exchange SMTP, bare or wrapped by another library. Never throws; a text
     * that says nothing known comes out as {@link Reason#OTHER}, and so does null, which some exceptions have for a message.
     */
    public static Diagnosis of(Layer layer, @Nullable String anyText) {
        return Classifier.classify(layer, anyText);
    }

    /** A diagnosis of the library's own, where no server spoke. */
    public static Diagnosis of(Reason reason, Actor actor, boolean retryable, String advice) {
        return new Diagnosis(reason, actor, retryable, Optional.empty(), advice, "", Optional.empty(), List.of());
    }

    /** The same with the server's words. */
    public Diagnosis withServerText(String text) {
        return new Diagnosis(reason, actor, retryable, retryAfter, advice, text, supportId, alternatives);
    }

    /** The same with other advice, for whoever knows more than the text told. */
    public Diagnosis withAdvice(String text) {
        return new Diagnosis(reason, actor, retryable, retryAfter, text, serverText, supportId, alternatives);
    }

    /** The same with a waiting time, for instance from a Retry-After header. */
    public Diagnosis withRetryAfter(Duration wait) {
        return new Diagnosis(reason, actor, retryable, Optional.of(wait), advice, serverText, supportId, alternatives);
    }
}
