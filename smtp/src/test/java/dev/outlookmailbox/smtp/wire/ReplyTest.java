package dev.outlookmailbox.smtp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void showsSeveralLinesAsOneWithoutRepeatingTheCode() {
        Reply reply = new Reply(550, List.of("5.7.1 Client was not", "5.7.1 authenticated ", "at all"));
        assertEquals("550 5.7.1 Client was not authenticated at all", reply.text());
    }

    @Test
    void showsAReplyWithoutText() {
        assertEquals("354", new Reply(354, List.of("")).text());
    }
}
