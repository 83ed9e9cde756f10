package dev.outlookmailbox.imap.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.core.MailAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void readsNamesQuotesCommentsAndEncodedWords() {
        assertEquals(
                List.of(
                        new MailAddress("", "ada@example.com"),
                        new MailAddress("Lovelace, Ada", "ada@example.com"),
                        new MailAddress("Bob", "bob@example.com"),
                        new MailAddress("Jörg \"J\"", "j@example.com"),
                        new MailAddress("", "via@example.com")),
                Addresses.parse("ada@example.com, \"Lovelace, Ada\" <ada@example.com>, bob@example.com (Bob),"
                        + " =?utf-8?Q?J=C3=B6rg_=22J=22?= <j@example.com>, <@a,@b:via@example.com>"));
    }

    @Test
    void opensGroups() {
        assertEquals(
                List.of(new MailAddress("", "a@x.com"), new MailAddress("", "b@x.com"), new MailAddress("", "c@x.com")),
                Addresses.parse("Team: a@x.com, b@x.com;, c@x.com, undisclosed-recipients:;"));
    }

    @Test
    void makesTheBestOfNonsense() {
        assertEquals(List.of(new MailAddress("Ada Lovelace", "")), Addresses.parse("Ada Lovelace"));
        assertEquals(List.of(new MailAddress("", "root")), Addresses.parse("root"));
        assertEquals(List.of(new MailAddress("x", "a@b.c")), Addresses.parse("\"x\" <a@b.c"));
        assertEquals(List.of(new MailAddress("", "a@b.c")), Addresses.parse(",, ; a @ b.c ,"));
        assertEquals(List.of(), Addresses.parse("<>"));
        assertEquals(List.of(new MailAddress("a b", "x@y.z")), List.of(Addresses.lenient("a\r\nb", "x@\r\ny.z>")));
    }
}
