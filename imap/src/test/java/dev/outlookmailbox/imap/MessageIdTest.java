package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"INBOX", "Projects/Alpha", "1.2.3", "Grüße 你好", "a\tb", ".", "line\nbreak"})
    void printsAndParsesWhateverTheFolderIsCalled(String folder) {
        MessageId id = new MessageId(folder, 4_294_967_295L, 1);
        assertEquals(id, MessageId.parse(id.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INBOX",
                "14.9",
                "14.9.",
                "x.9.INBOX",
                "14.0.INBOX",
                "4294967296.1.INBOX",
                "99999999999.1.INBOX"
            })
    void refusesWhatItDidNotPrint(String text) {
        assertThrows(IllegalArgumentException.class, () -> MessageId.parse(text));
    }

    @Test
    void refusesAnEmptyFolder() {
        assertThrows(IllegalArgumentException.class, () -> new MessageId("", 1, 1));
    }
}
