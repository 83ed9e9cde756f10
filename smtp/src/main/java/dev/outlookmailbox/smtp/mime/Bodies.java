package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of a message with the quote below them. An answer in plain text to an HTML message becomes both, so that the quoted
 * original keeps its look; HTML alone stays HTML alone. A message with neither text nor HTML gets what the quote has.
 *
 * @param inlineParts what the HTML shows; empty without HTML
 */
record Bodies(Optional<String> text, Optional<String> html, List<InlinePart> inlineParts) {

    static Bodies of(OutgoingMessage message) {
        Optional<Quote> quote = message.quote();
        boolean quoteAlone = message.text().isEmpty() && message.html().isEmpty();
        Optional<String> text =
                quoteAlone ? quote.map(Quote::text) : message.text().map(own -> below(own, quote));
        Optional<String> html = html(message, quote);
        return new Bodies(text, html, html.isEmpty() ? List.of() : inlineParts(message));
    }

    private static Optional<String> html(OutgoingMessage message, Optional<Quote> quote) {
        if (message.html().isPresent()) {
            return message.html()
                    .map(own -> within(own, quote.map(Bodies::quotedHtml).orElse("")));
        }
        return quote.map(Quote::html)
                .filter(quoted -> !quoted.isEmpty())
                .map(quoted -> message.text().map(own -> asHtml(own) + "<br>").orElse("") + quoted);
    }

    private static String quotedHtml(Quote quote) {
        return quote.html().isEmpty() && !quote.text().isEmpty() ? "<br>" + asHtml(quote.text()) : quote.html();
    }

    private static String asHtml(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<div style=\"white-space:pre-wrap\">" + escaped + "</div>";
    }

    private static List<InlinePart> inlineParts(OutgoingMessage message) {
        List<InlinePart> all = new ArrayList<>(message.inlineParts());
        message.quote().ifPresent(quote -> all.addAll(quote.inlineParts()));
        return List.copyOf(all);
    }

    private static String below(String own, Optional<Quote> quote) {
        return quote.map(Quote::text)
                .filter(quoted -> !quoted.isEmpty())
                .map(quoted -> own + "\r\n\r\n" + quoted)
                .orElse(own);
    }

    /** Inside the body element where the host wrote a whole document. */
    private static String within(String own, String quoted) {
        int end = own.length() - 1;
        while (end >= 0 && !own.regionMatches(true, end, "</body", 0, 6)) {
            end--;
        }
        return end < 0 ? own + quoted : own.substring(0, end) + quoted + own.substring(end);
    }
}
