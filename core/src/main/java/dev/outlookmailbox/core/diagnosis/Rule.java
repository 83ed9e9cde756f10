package dev.outlookmailbox.core.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One line of a table: what must have been read, and what that means. */
record Rule(Predicate<Evidence> when, Verdict then) {

    /** The verdict of the first rule that fits, or null. */
    static @Nullable Verdict first(List<Rule> table, Evidence evidence) {
        for (Rule rule : table) {
            if (rule.when.test(evidence)) {
                return rule.then;
            }
        }
        return null;
    }

    static Rule when(Predicate<Evidence> condition, Verdict verdict) {
        return new Rule(condition, verdict);
    }

    /** Any of the phrases, whatever stands between their letters and digits. */
    static Predicate<Evidence> says(String... phrases) {
        List<String> squeezed = Arrays.stream(phrases).map(Squeezed::of).toList();
        return evidence -> squeezed.stream().anyMatch(evidence.squeezed()::contains);
    }

    /** The last enhanced status (RFC 3463) is one of these; {@code 5.1.} stands for all that begin so. */
    static Predicate<Evidence> status(String... statuses) {
        List<String> wanted = List.of(statuses);
        return evidence -> wanted.stream()
                .anyMatch(w -> w.endsWith(".")
                        ? evidence.status().startsWith(w)
                        : evidence.status().equals(w));
    }

    static Predicate<Evidence> reply(Integer... codes) {
        Set<Integer> wanted = Set.of(codes);
        return evidence -> wanted.contains(evidence.reply());
    }

    static Predicate<Evidence> http(int from, int to) {
        return evidence -> evidence.http() >= from && evidence.http() <= to;
    }

    /** An AADSTS code that begins with one of these, since Entra numbers the special cases of 70008 as 700082, 700084. */
    static Predicate<Evidence> aadsts(String... prefixes) {
        List<String> wanted = List.of(prefixes);
        return evidence ->
                evidence.codes().stream().anyMatch(code -> wanted.stream().anyMatch(code::startsWith));
    }

    static Predicate<Evidence> error(String... names) {
        Set<String> wanted = Set.of(names);
        return evidence -> wanted.contains(evidence.error());
    }

    static Predicate<Evidence> suberror(String... names) {
        Set<String> wanted = Set.of(names);
        return evidence -> wanted.contains(evidence.suberror());
    }

    /** The response code in brackets (RFC 3501, RFC 5530). */
    static Predicate<Evidence> code(String... names) {
        Set<String> wanted = Set.of(names);
        return evidence -> wanted.contains(evidence.imapCode());
    }

    /** The last of NO, BAD, BYE. */
    static Predicate<Evidence> condition(String name) {
        return evidence -> evidence.imapCondition().equals(name);
    }
}
