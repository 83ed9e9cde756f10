package dev.outlookmailbox.smtp.mime;

import java.nio.charset.StandardCharsets;

/** File names as header parameters, in the two ways that between them every mail program reads. */
final class FileNameText {

    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private FileNameText() {}

    /** {@code ; name="…"}, in encoded words where need be, which older Outlook reads and RFC 2047 does not foresee. */
    static String nameParameter(String fileName) {
        String prefix = ";" + Folding.BREAK + "name=\"";
        return prefix + (isPlain(fileName) ? quoted(fileName) : EncodedWords.encode(fileName, 8)) + '"';
    }

    /** {@code ; filename=…}, in parts that are percent-encoded where need be (RFC 2231). */
    static String fileNameParameter(String fileName) {
        if (isPlain(fileName)) {
            return ";" + Folding.BREAK + "filename=\"" + quoted(fileName) + '"';
        }
        String encoded = percentEncoded(fileName);
        if (encoded.length() <= 50) {
            return ";" + Folding.BREAK + "filename*=UTF-8''" + encoded;
        }
        return continued(encoded);
    }

    private static String continued(String encoded) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int part = 0; from < encoded.length(); part++) {
            int to = Math.min(encoded.length(), from + 50);
            to -= to == encoded.length() ? 0 : tornOff(encoded, to);
            out.append(';')
                    .append(Folding.BREAK)
                    .append("filename*")
                    .append(part)
                    .append("*=");
            out.append(part == 0 ? "UTF-8''" : "").append(encoded, from, to);
            from = to;
        }
        return out.toString();
    }

    /** How far to step back so as not to part a percent sign from its digits. */
    private static int tornOff(String encoded, int at) {
        return encoded.charAt(at - 1) == '%' ? 1 : encoded.charAt(at - 2) == '%' ? 2 : 0;
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String fileName) {
        return fileName.length() <= 200 && !EncodedWords.needed(fileName);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
