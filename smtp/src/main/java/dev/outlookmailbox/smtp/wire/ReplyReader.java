package dev.outlookmailbox.smtp.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads replies. Gives up on what is longer than any server's reply, so that a peer cannot fill the memory. */
final class ReplyReader {

    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_LINES = 256;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int position;
    private int limit;
    private long end;

    ReplyReader(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Whether the peer has sent more than was asked for. */
    boolean hasSurplus() throws IOException {
        return position < limit || in.available() > 0;
    }
    /** @param patience for the whole reply, however slowly it trickles in */
    Reply read(Duration patience) throws IOException {
        end = System.nanoTime() + patience.toNanos();
        List<String> lines = new ArrayList<>();
        String line = line();
        String code = code(line);
        while (line.startsWith("-", 3)) {
            lines.add(line.substring(4));
            line = line();
            if (!code(line).equals(code) || lines.size() > MOST_LINES) {
                throw new MalformedReplyException(line);
            }
        }
        lines.add(line.substring(Math.min(4, line.length())));
        return new Reply(Integer.parseInt(code), lines);
    }

    private static String code(String line) throws MalformedReplyException {
        boolean wellFormed = line.matches("(?s)[2-5]\\d\\d([ -].*)?");
        if (!wellFormed) {
            throw new MalformedReplyException(line);
        }
        return line.substring(0, 3);
    }

    /** Without its end. A bare LF ends a line too, as some servers have it. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            line.write(octet);
            if (line.size() > LONGEST_LINE) {
                throw new MalformedReplyException(line.toString(StandardCharsets.UTF_8));
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int octet() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        socket.setSoTimeout(Math.toIntExact(left));
        int count = in.read(buffer);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        position = 0;
        limit = count;
    }
}
