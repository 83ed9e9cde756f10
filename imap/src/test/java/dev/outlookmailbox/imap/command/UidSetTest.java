package dev.outlookmailbox.imap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UidSetTest {

    @Test
    void joinsWhatIsConsecutive() {
        assertEquals(List.of("1:3,5,7:8"), UidSet.chunks(List.of(8L, 1L, 3L, 2L, 5L, 7L, 2L)));
        assertEquals(List.of(), UidSet.chunks(List.of()));
    }

    @Test
    void losesNothingWhenItCuts() {
        List<Long> scattered =
                LongStream.range(0, 5_000).map(n -> 3 * n + 1).boxed().toList();
        List<String> chunks = UidSet.chunks(scattered);
        assertTrue(chunks.size() > 1);
        assertTrue(chunks.stream().allMatch(chunk -> chunk.length() < 7_000));
        assertEquals(
                scattered,
                chunks.stream()
                        .flatMap(chunk -> UidSet.expand(chunk, 5_000).stream())
                        .toList());
    }

    @Test
    void expandsInOrderAndWithinBounds() {
        assertEquals(List.of(9L, 4L, 5L, 6L), UidSet.expand("9,6:4", 4));
        assertEquals(List.of(), UidSet.expand("1:5", 4));
        assertEquals(List.of(), UidSet.expand("", 4));
        assertEquals(List.of(), UidSet.expand("1:*", 4));
        assertEquals(List.of(), UidSet.expand("1,,2", 4));
    }
}
