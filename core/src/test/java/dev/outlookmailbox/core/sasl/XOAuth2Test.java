package dev.outlookmailbox.core.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.AccessToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XOAuth2Test {

    private static final AccessToken TOKEN = new AccessToken("EwBAAl3BAAUFFpUAo7J3Ve0bjLBWZWCclRC3EoAA", Instant.MAX);

    @Test
    void theResponseIsTheOneInMicrosoftsDocumentation() {
        assertEquals(
                "dXNlcj10ZXN0QGNvbnRvc28ub25taWNyb3NvZnQuY29tAWF1dGg9QmVhcmVyIEV3QkFBbDNCQUFVRkZwVUFvN0ozVmUwYmpMQldaV0NjbFJDM0VvQUEBAQ==",
                XOAuth2.initialResponse("test@contoso.onmicrosoft.com", TOKEN));
    }

    @Test
    void userNamesAreUtf8() {
        String response = XOAuth2.initialResponse("jürgen@contoso.de", TOKEN);

        assertEquals(
                "user=jürgen@contoso.de\u0001auth=Bearer " + TOKEN.value() + "\u0001\u0001",
                new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ann\u0001auth=Bearer x", "ann\r\n"})
    void aUserNameCannotAddFields(String user) {
        assertThrows(IllegalArgumentException.class, () -> XOAuth2.initialResponse(user, TOKEN));
    }

    @Test
    void challengesAreReadWhetherEncodedOrNot() {
        assertEquals("{\"status\":\"401\"}", XOAuth2.challengeText(" eyJzdGF0dXMiOiI0MDEifQ==\r\n"));
        assertEquals("not base64!", XOAuth2.challengeText("not base64! "));
        assertEquals("", XOAuth2.challengeText(""));
    }
}
