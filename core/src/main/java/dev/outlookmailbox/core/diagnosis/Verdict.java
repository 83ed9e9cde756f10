package dev.outlookmailbox.core.diagnosis;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import java.util.List;

/** What a rule concludes; all that a diagnosis holds beside what was read from the text. */
record Verdict(Reason reason, Actor actor, boolean retryable, String advice, List<Reason> alternatives) {

    static final Verdict UNKNOWN = operator(
            Reason.OTHER,
            "The library does not know this text; act on the server's words, and if it lasts, take the id for support to Microsoft.");

    static Verdict user(Reason reason, String advice) {
        return new Verdict(reason, Actor.USER, false, advice, List.of());
    }

    static Verdict admin(Reason reason, String advice) {
        return new Verdict(reason, Actor.ADMIN, false, advice, List.of());
    }

    static Verdict operator(Reason reason, String advice) {
        return new Verdict(reason, Actor.OPERATOR, false, advice, List.of());
    }

    /** Nobody has to act: the same call can succeed later. */
    static Verdict later(Reason reason, String advice) {
        return new Verdict(reason, Actor.NOBODY, true, advice, List.of());
    }

    /** The same call can succeed later, even if nobody acts. */
    Verdict retryableToo() {
        return new Verdict(reason, actor, true, advice, alternatives);
    }

    /** @param others most likely first */
    Verdict orRather(Reason... others) {
        return new Verdict(reason, actor, retryable, advice, List.of(others));
    }
}
