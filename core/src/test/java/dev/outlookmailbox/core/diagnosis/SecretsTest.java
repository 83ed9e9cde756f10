package dev.outlookmailbox.core.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {

    static final String JWT = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sifQ.c2lnbmF0dXJl-_x";
    static final String PERSONAL_ACCESS_TOKEN = "EwBAAl3BAAUFFpUAo7J3Ve0bjLBWZWCclRC3EoAA";
    static final String REFRESH_TOKEN = "0.AXoAq1w2E3r4T5y6U7i8O9p0_aSdFgHjKl.AgABAwEAAAApTwJmzXqdR4BN2miheQ";
    static final String PERSONAL_REFRESH_TOKEN = "M.C105_BAY.0.U.-CtGhY!sUsP3cT*vALue$$";
    static final String CLIENT_SECRET = "xYz8Q~aBcDeFgHiJkLmNoPqRsTuVwXyZ01234567";
    static final String XOAUTH2 = "dXNlcj1hbm5AY29udG9zby5jb20BYXV0aD1CZWFyZXIgRXdCQUFsM0JBQVVGRnBVQW83SjNWZTABAQ==";

    @ParameterizedTest
    @MethodSource("leaks")
    void noSecretComesThrough(String secret, String text) {
        for (Layer layer : Layer.values()) {
            Diagnosis diagnosis = Diagnosis.of(layer, text);

            assertFalse(diagnosis.toString().contains(secret), diagnosis.toString());
        }
    }

    static Stream<Arguments> leaks() {
        return Stream.of(
                Arguments.of(JWT, "request failed with Bearer " + JWT + " in it"),
                Arguments.of(JWT, "{\"error\":\"invalid_grant\",\"access_token\":\"" + JWT + "\"}"),
                Arguments.of(JWT, "token " + JWT + " refused"),
                Arguments.of(PERSONAL_ACCESS_TOKEN, "token=" + PERSONAL_ACCESS_TOKEN + " refused"),
                Arguments.of(REFRESH_TOKEN, "grant_type=refresh_token&refresh_token=" + REFRESH_TOKEN + "&scope=x"),
                Arguments.of(REFRESH_TOKEN, "{'refresh_token': '" + REFRESH_TOKEN + "'}"),
                Arguments.of(REFRESH_TOKEN, "{\\\"refresh_token\\\":\\\"" + REFRESH_TOKEN + "\\\"}"),
                Arguments.of(REFRESH_TOKEN, "lost " + REFRESH_TOKEN),
                Arguments.of(PERSONAL_REFRESH_TOKEN, "lost " + PERSONAL_REFRESH_TOKEN),
                Arguments.of("tokenValue42", "error=invalid_grant%26refresh_token%3DtokenValue42%26x%3D1"),
                Arguments.of(CLIENT_SECRET, "configured secret " + CLIENT_SECRET + " is not valid"),
                Arguments.of("hunter2!", "client_secret=hunter2!&error=invalid_client"),
                Arguments.of("s3cr3t-value", "\"client_secret\" : \"s3cr3t-value\""),
                Arguments.of("Passw0rd!", "login failed, password: Passw0rd!"),
                Arguments.of("0.AQcode-of-sign-in", "https://crm.example/cb?code=0.AQcode-of-sign-in&state=1"),
                Arguments.of("someAssertionValue", "client_assertion=someAssertionValue"),
                Arguments.of(XOAUTH2, "C: A1 AUTHENTICATE XOAUTH2 " + XOAUTH2 + "\r\nS: A1 NO AUTHENTICATE failed."),
                Arguments.of("AGFubgBwYXNzd29yZA==", "AUTH PLAIN AGFubgBwYXNzd29yZA== -> 535 5.7.3"),
                Arguments.of(XOAUTH2, "sent " + XOAUTH2 + " got 535 5.7.3 Authentication unsuccessful"));
    }

    @ParameterizedTest
    @EnumSource(Layer.class)
    void aTokenThatTheLengthLimitCutsIsStillHidden(Layer layer) {
        String longToken = JWT.repeat(400);
        for (int padding = 23_900; padding < 24_100; padding += 7) {
            String words = Diagnosis.of(layer, " ".repeat(padding) + longToken).serverText();

            assertFalse(words.contains("eyJ"), words);
            assertFalse(words.contains("c2lnbmF0dXJl"), words);
        }
    }

    @Test
    void whatIsNoSecretStays() {
        String text = "550 5.7.60 SMTP; Client does not have permissions to send as this sender ann@contoso.com,"
                + " see https://login.microsoftonline.com/error?code=50173";

        assertEquals(text, Secrets.masked(text));
        assertTrue(Diagnosis.of(Layer.OAUTH, "AADSTS50173: password changed")
                .serverText()
                .contains("password changed"));
    }
}
