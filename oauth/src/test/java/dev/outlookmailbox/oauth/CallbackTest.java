package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.error.SignInRequiredException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=a%2Bb&state=s+1",
                "?code=a%2Bb&state=s+1",
                "https://crm.example/cb?code=a%2Bb&state=s+1",
                "/cb?code=a%2Bb&state=s+1#_=_",
                "code=a%2Bb&state=s%201#code=c&state=t",
                " code=a%2Bb&state=s+1 ",
                "&code=a%2Bb&&state=s+1&flag"
            })
    void theQueryIsFoundInWhateverSurroundsIt(String raw) {
        assertEquals(Map.of("code", "a+b", "state", "s 1"), Callback.parse(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "#", "https://crm.example/cb", "=x"})
    void nothingIsNoParameters(String raw) {
        assertEquals(Map.of(), Callback.parse(raw));
    }

    @Test
    void aQuestionMarkInAValueIsPartOfIt() {
        assertEquals(Map.of("code", "a", "session_state", "x?y"), Callback.parse("code=a&session_state=x?y"));
        assertEquals(Map.of("code", "a?b"), Callback.parse("https://crm.example/cb?code=a?b"));
    }

    @Test
    void aFormPostBodyIsReadLikeAQuery() {
        assertEquals(Map.of("code", "a b", "state", "s"), Callback.parse("code=a+b&state=s"));
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        refused("code=s3ntinel&state=a&state=b");
    }

    @Test
    void brokenEncodingIsRefused() {
        refused("code=s3ntinel%&state=a");
        refused("code=%zz");
    }

    private static void refused(String raw) {
        Leaks.assertNone(assertThrows(SignInRequiredException.class, () -> Callback.parse(raw)));
    }
}
