package dev.outlookmailbox.smtp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotStuffingTest {

    /** {@code R} and {@code N} stand for CR and LF. */
    @ParameterizedTest
    @CsvSource({
        "'', .RN",
        "a, aRN.RN",
        "aRN, aRN.RN",
        ".a, ..aRN.RN",
        "aRN.RNb, aRN..RNbRN.RN",
        "aN.Nb, aRN..RNbRN.RN",
        "aR.Rb, aRN..RNbRN.RN",
        "aN.RNb, aRN..RNbRN.RN",
        "aRN.Nb, aRN..RNbRN.RN",
        "aRRNb, aRNRNbRN.RN",
        "aNRb, aRNRNbRN.RN",
        "a.b.RN..c, a.b.RN...cRN.RN",
        "RNRN, RNRN.RN",
        "aR, aRN.RN",
    })
    void endsLinesInOneWayAndDoublesDotsAtTheirStart(String content, String onTheWire) throws IOException {
        byte[] octets = bytes(content);
        assertEquals(onTheWire, stuffed(octets, octets.length + 1));
        for (int piece = 1; piece <= 3; piece++) {
            assertEquals(onTheWire, stuffed(octets, piece), "in pieces of " + piece);
        }
    }

    private static String stuffed(byte[] octets, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DotStuffing stuffing = new DotStuffing(out);
        for (int from = 0; from < octets.length; from += piece) {
            stuffing.write(octets, from, Math.min(piece, octets.length - from));
        }
        stuffing.end();
        return out.toString(StandardCharsets.US_ASCII).replace('\r', 'R').replace('\n', 'N');
    }

    private static byte[] bytes(String content) {
        return content.replace('R', '\r').replace('N', '\n').getBytes(StandardCharsets.US_ASCII);
    }
}
