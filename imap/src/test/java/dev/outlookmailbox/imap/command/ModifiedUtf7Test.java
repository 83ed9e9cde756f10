package dev.outlookmailbox.imap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiedUtf7Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INBOX | INBOX",
                "R&-D | R&D",
                "Entw&APw-rfe | Entwürfe",
                "&ZeVnLIqe- | 日本語",
                "~peter/mail/&U,BTFw-/&ZeVnLIqe- | ~peter/mail/台北/日本語",
                "&2D3eAA- | 😀",
                "broken& | broken&",
                "&!- | &!-",
            })
    void decodes(String wire, String expected) {
        assertEquals(expected, ModifiedUtf7.decode(wire));
    }
}
