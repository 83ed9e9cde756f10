package dev.outlookmailbox.smtp;

import java.util.List;
import java.util.Objects;

/**
 * The original below an answer, attribution line included.
 *
 * @param text goes below the text as it is, {@code >} marks and all
 * @param html a fragment, goes below the HTML
 * @param inlineParts the pictures that {@code html} shows
 */
public record Quote(String text, String html, List<InlinePart> inlineParts) {

    public Quote {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
        inlineParts = List.copyOf(inlineParts);
    }
}
