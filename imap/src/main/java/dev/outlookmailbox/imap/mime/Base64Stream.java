package dev.outlookmailbox.imap.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decodes Base64 while it is read; padding may come in the middle, where encoded pieces were joined. Not thread-safe. */
final class Base64Stream extends DecodingStream {

    private static final int BLOCK = 8 * 1024;

    private final byte[] raw = new byte[BLOCK];
    private final byte[] letters = new byte[BLOCK + 4];
    private int held;

    Base64Stream(InputStream in) {
        super(in);
    }

    @Override
    protected byte[] decodeMore() throws IOException {
        int n = in.read(raw);
        if (n < 0) {
            byte[] last = take(held);
            return last.length == 0 ? END : last;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(BLOCK);
        for (int i = 0; i < n; i++) {
            if (LenientBase64.isLetter(raw[i])) {
                letters[held++] = raw[i];
            } else if (raw[i] == '=' && held % 4 > 1) {
                decoded.writeBytes(take(held));
            }
        }
        decoded.writeBytes(take(held - held % 4));
        return decoded.toByteArray();
    }

    private byte[] take(int count) {
        byte[] decoded = LenientBase64.decodeLetters(letters, count);
        System.arraycopy(letters, count, letters, 0, held - count);
        held -= count;
        return decoded;
    }
}
