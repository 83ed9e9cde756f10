package dev.outlookmailbox.imap.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Raw bytes to text where no charset is told: UTF-8 if they are that, else windows-1252, in which every byte means something. */
public final class WireText {

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private WireText() {}

    public static String decode(byte[] bytes, int from, int to) {
        return decode(bytes, from, to, FALLBACK);
    }

    /** With another charset in place of windows-1252, for a message that names one elsewhere. */
    public static String decode(byte[] bytes, int from, int to, Charset fallback) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeEightBit(bytes, from, to, fallback);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decodeEightBit(byte[] bytes, int from, int to, Charset fallback) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, fallback);
        }
    }
}
