package dev.outlookmailbox.imap.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that is made to cost more than it weighs. */
class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void quotesThatNeverCloseCostNoSquare() {
        String field = "a/b; " + "x=\\\";\"".repeat(200_000) + "\"";
        assertEquals(
                "a/b",
                assertTimeoutPreemptively(SOON, () -> FieldValue.parse(field)).value());
        String semicolons = "a/b" + ";".repeat(1_000_000) + "\"";
        assertTimeoutPreemptively(SOON, () -> FieldValue.parse(semicolons));
    }

    @Test
    void spacesBeforeNoLineBreakCostNoSquare() {
        String html = "<pre>x" + " \t".repeat(500_000) + "y</pre>";
        assertTimeoutPreemptively(SOON, () -> HtmlText.toText(html));
    }

    @Test
    void dotsInsideOfAFileNameCostNoSquare() {
        String name = "a" + ".".repeat(1_000_000) + "b";
        assertTimeoutPreemptively(SOON, () -> FileNames.safe(name));
    }

    @Test
    void messageIdsWithControlCharactersAreDropped() {
        assertEquals(List.of("<c@d>"), MessageIdList.parse("<a\u0000@b> <a\u2028@b> <c@d>"));
    }
}
