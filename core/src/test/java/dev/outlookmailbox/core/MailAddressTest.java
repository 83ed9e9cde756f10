package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ada@example.com | `` | ada@example.com",
                "Ada Lovelace <ada@example.com> | Ada Lovelace | ada@example.com",
                "\"Lovelace, Ada\" <ada@example.com> | Lovelace, Ada | ada@example.com",
                "\"A \\\"Countess\\\" L\" <ada@example.com> | A \"Countess\" L | ada@example.com",
                "<ada@example.com> | `` | ada@example.com",
                "Jürgen Müller <jürgen@exämple.de> | Jürgen Müller | jürgen@exämple.de",
                "a < b <ada@example.com> | a < b | ada@example.com",
                "\"ada@home\"@example.com | `` | \"ada@home\"@example.com",
            })
    void nameAndAddressAreRead(String text, String name, String address) {
        assertEquals(new MailAddress(name, address), MailAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@example.com",
                "ada@",
                "Ada <ada>",
                "ada@example.com, bob@example.com",
                "a@b@example.com",
                "ada @example.com",
                "ada@example.com;bob@example.com",
                "Ada <ada@example.com",
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> MailAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\0", "\t", "\u0085", "\u2028", "\u2029"})
    void noHeaderLineCanBeSmuggledIn(String lineBreak) {
        String smuggled = lineBreak + "Bcc: eve@example.com";

        assertThrows(IllegalArgumentException.class, () -> new MailAddress("Ada" + smuggled, "ada@example.com"));
        assertThrows(IllegalArgumentException.class, () -> new MailAddress("", "ada@example.com" + smuggled));
        assertThrows(IllegalArgumentException.class, () -> MailAddress.of("Ada" + smuggled + " <ada@example.com>"));
        assertThrows(IllegalArgumentException.class, () -> MailAddress.of("ada@example.com" + lineBreak));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada",
                "Lovelace, Ada",
                "A \"Countess\" L",
                "back\\slash",
                " spaces ",
                "Ada (home)",
                "Ünï",
                "a@b",
                "<x>"
            })
    void whatIsPrintedIsReadAgain(String name) {
        MailAddress address = new MailAddress(name, "ada@example.com");

        assertEquals(address, MailAddress.of(address.toString()));
    }

    @Test
    void mailboxesAreComparedWithoutCaseAndName() {
        MailAddress ada = MailAddress.of("Ada <Ada@Example.com>");

        assertTrue(ada.sameMailbox(MailAddress.of("ada@example.COM")));
        assertFalse(ada.sameMailbox(MailAddress.of("bob@example.com")));
    }

    @Test
    void incompleteAddressesOfForeignMailCanBeHeldButNotSentTo() {
        assertFalse(new MailAddress("Undisclosed recipients", "undisclosed").isComplete());
        assertFalse(new MailAddress("", "").isComplete());
        assertTrue(new MailAddress("", "ada@example.com").isComplete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@a.com\uFF1E\uFF0C\uFF1Cboss\uFF20b.com", // full-width > , < @ that IDN mapping would make real ones
                "x@a.com\u2100",
                "\"abc@y.com",
                "a\"b@y.com",
                "a(b)@y.com",
                "x@a_b.com",
                "x@",
                "@y.com"
            })
    void whatCouldBreakOutOfAnEnvelopeIsNotComplete(String address) {
        assertFalse(new MailAddress("", address).isComplete());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'brien+tag@y.com",
                "\"a\\\"b\"@y.com",
                "用户@例え.jp",
                "ann@bücher.example",
                "ann@[192.0.2.1]",
                "a.b@x-1.y.com"
            })
    void whatCanBeDeliveredToIsComplete(String address) {
        assertTrue(new MailAddress("", address).isComplete());
    }

    @Test
    void aNoBreakSpaceIsNoPartOfAnAddress() {
        assertThrows(IllegalArgumentException.class, () -> new MailAddress("", "x@a.com\u00A0ORCPT=y"));
    }

    @Test
    void lettersThatOnlyLookAlikeAreOtherMailboxes() {
        assertFalse(new MailAddress("", "\u212Aate@y.com").sameMailbox(new MailAddress("", "kate@y.com")));
        assertTrue(new MailAddress("", "Kate@Y.com").sameMailbox(new MailAddress("", "kate@y.com")));
    }
}
