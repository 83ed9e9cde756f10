package dev.outlookmailbox.imap.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?B?R3LDvMOfZQ==?= | Grüße",
                "=?utf-8?b?R3LDvMOfZQ?= | Grüße",
                "=?ISO-8859-1?Q?Gr=FC=DFe_aus_Z=fcrich?= | Grüße aus Zürich",
                "=?us-ascii*en?Q?hello?= | hello",
                "Re: =?utf-8?Q?a?= b =?utf-8?Q?c?= | Re: a b c",
                "=?utf-8?Q?a?=   =?utf-8?Q?b?= | ab",
                "=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?= | Grüße",
                "=?utf-8?B?R3LD?= =?UTF-8?B?vMOfZQ==?= | Grüße",
                "=?utf-8?Q?with spaces?= | with spaces",
                "=?utf-8?Q?=3D=3F?= | =?",
                "=?utf-8?Q?=?= | =",
                "[=?utf-8?Q?x?=] | [x]",
                "=?gb2312?B?xOO6ww==?= | 你好",
                "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= | 日本",
                "=?ks_c_5601-1987?B?yLmxvA==?= | 획굴",
                "=?windows-1251?Q?=CF=F0=E8=E2=E5=F2?= | Привет",
                "=?no-such-charset?Q?caf=E9?= | café",
                "=?utf-8?X?abc?= | =?utf-8?X?abc?=",
                "=?utf-8?Q?never closed | =?utf-8?Q?never closed",
                "=? = ?= =??= | =? = ?= =??=",
                "=?utf-8?Q?a=ZZb?= | a=ZZb",
                "=?utf-8?B?!!!?= | ''",
            })
    void decodes(String raw, String expected) {
        assertEquals(expected, EncodedWords.decode(raw));
    }

    @Test
    void leavesPlainTextAlone() {
        String plain = "What is 2 + 2 = ? Four";
        assertSame(plain, EncodedWords.decode(plain));
    }

    @Test
    void neverThrows() {
        Random random = new Random(4711);
        String alphabet = "=?=?=?_BQbq utf-8iso*'\"\u00e9\u4f60A0==\r\n";
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertNotNull(EncodedWords.decode(text.toString()));
        }
    }
}
