package dev.outlookmailbox.imap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.imap.content.TempFiles;
import dev.outlookmailbox.imap.wire.ResponseReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyUidTest {

    @Test
    void leavesOutNumbersThatNoMessageCanHave() throws IOException {
        assertEquals(Map.of(), told("[COPYUID 5 1 0]"));
        assertEquals(Map.of(), told("[COPYUID 9999999999 1 4]"));
        assertEquals(Map.of(2L, 4L), told("[COPYUID 5 1:2 4294967296,4]"));
    }

    @Test
    void anEmptyDelimiterIsNone() {
        assertEquals("foo", new ListFolders.Listed(Set.of(), "", "foo").path());
    }

    private static Map<Long, Long> told(String code) throws IOException {
        byte[] line = ("* OK " + code + " moved\r\n").getBytes(StandardCharsets.US_ASCII);
        try (TempFiles files = new TempFiles()) {
            CopyUid copied = new CopyUid(2);
            copied.accept(new ResponseReader(new ByteArrayInputStream(line), files).read());
            return copied.uids();
        }
    }
}
