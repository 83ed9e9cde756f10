package dev.outlookmailbox.imap.mime;

import java.util.Arrays;
import java.util.Base64;

/** Base64 with whatever lies between its letters, with or without its padding, cut off anywhere. Never throws. */
final class LenientBase64 {

    private static final byte[] LETTER = letters();

    private LenientBase64() {}

    static byte[] decode(byte[] encoded) {
        byte[] letters = new byte[encoded.length];
        int n = 0;
        for (byte b : encoded) {
            if (isLetter(b)) {
                letters[n++] = b;
            }
        }
        return decodeLetters(letters, n);
    }

    static boolean isLetter(byte b) {
        return b >= 0 && LETTER[b] != 0;
    }

    /** A single letter at the end holds no whole byte and is dropped. */
    static byte[] decodeLetters(byte[] letters, int count) {
        int usable = count % 4 == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(Arrays.copyOf(letters, usable));
    }

    private static byte[] letters() {
        byte[] letters = new byte[128];
        for (char c = '0'; c <= 'z'; c++) {
            letters[c] = (byte) (Character.isLetterOrDigit(c) ? 1 : 0);
        }
        letters['+'] = 1;
        letters['/'] = 1;
        return letters;
    }
}
