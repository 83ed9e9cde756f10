package dev.outlookmailbox.imap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.imap.content.TempFiles;
import dev.outlookmailbox.imap.wire.ResponseReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyStructureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // one text
                "false | (\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\" 5 1 NIL NIL NIL NIL)",
                // a file beside it, by disposition, by name, by an RFC 2231 name
                "true | ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"application\" \"pdf\" NIL NIL NIL \"base64\" 9 NIL (\"ATTACHMENT\" NIL) NIL NIL) \"mixed\")",
                "true | ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"text\" \"csv\" (\"name*0*\" \"utf-8''a\") NIL NIL \"base64\" 9 1) \"mixed\")",
                // a picture shown within the HTML
                "false | ((\"text\" \"html\" NIL NIL NIL \"7bit\" 5 1)(\"image\" \"png\" (\"name\" \"a.png\") \"<x@y>\" NIL \"base64\" 9 NIL (\"inline\" (\"filename\" \"a.png\")) NIL NIL) \"related\")",
                // a message within the message
                "true | ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 9 (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL) (\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1) 3 NIL NIL NIL NIL) \"mixed\")",
                // the signature of the whole
                "false | ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1)(\"application\" \"pkcs7-signature\" (\"name\" \"smime.p7s\") NIL NIL \"base64\" 9 NIL (\"attachment\" (\"filename\" \"smime.p7s\")) NIL NIL) \"signed\")",
                // Exchange: NIL for everything, a bare disposition, (NIL NIL) as one
                "false | ((NIL NIL NIL NIL NIL \"7BIT\" 0 NIL NIL NIL NIL)(\"text\" \"plain\" NIL NIL NIL \"7bit\" 5 1 NIL \"inline\" NIL NIL) \"mixed\")",
                "true | ((NIL NIL NIL NIL NIL \"7BIT\" 0 NIL (NIL NIL) NIL NIL)(\"application\" \"zip\" NIL NIL NIL \"base64 \" 9) \"mixed\")",
                // nonsense in one part leaves its siblings alone
                "true | ((((\"x\"))(\"text\")(NIL)(\"application\" \"zip\" NIL NIL NIL \"base64\" 9)) \"mixed\")",
                "false | NIL",
                "false | ()",
            })
    void findsAttachments(boolean expected, String bodyStructure) throws IOException {
        byte[] line = ("* 1 FETCH " + bodyStructure + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (TempFiles files = new TempFiles()) {
            ResponseReader reader = new ResponseReader(new ByteArrayInputStream(line), files);
            assertEquals(expected, BodyStructure.hasAttachments(reader.read().tokens()));
        }
    }
}
