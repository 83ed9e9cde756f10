package dev.outlookmailbox.imap.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 9 Jul 2019 13:53:17 +0200 | 2019-07-09T11:53:17Z",
                "Tue, 09 Jul 2019 13:53:17 +0200 (CEST) | 2019-07-09T11:53:17Z",
                "9 Jul 2019 13:53 GMT | 2019-07-09T13:53:00Z",
                "17-Jul-1996 02:44:25 -0700 | 1996-07-17T09:44:25Z",
                "' 7-Jul-1996 02:44:25 -0700' | 1996-07-07T09:44:25Z",
                "Fri, 21 Nov 97 09:55:06 -0600 | 1997-11-21T15:55:06Z",
                "Thu, 13 Feb 69 23:32 -0330 | 1969-02-14T03:02:00Z",
                "1 January 2024 00:00:00 EST | 2024-01-01T05:00:00Z",
                "Mon Jan 01 12:00:00 2024 | 2024-01-01T12:00:00Z",
                "1 Jan 2024 12:00:00 +02:00 | 2024-01-01T10:00:00Z",
                "1 Jan 2024 23:59:60 +0000 | 2024-01-02T00:00:00Z",
            })
    void parses(String text, Instant expected) {
        assertEquals(expected, MailDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2024 12:00:00 +0000",
                "99999999999999",
                "+0200",
                "::::",
                "1 Jan",
                "(((",
                "-"
            })
    void saysNothingToWhatIsNoDate(String text) {
        assertNull(MailDate.parse(text));
    }
}
