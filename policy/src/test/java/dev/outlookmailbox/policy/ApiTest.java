package dev.outlookmailbox.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public is a promise: each published module keeps its API in {@code api.txt}, so that a review sees every change to it. */
class ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"core", "oauth", "imap", "smtp", "mailbox", "jdbc", "testkit"})
    void the_public_api_is_the_one_that_was_agreed(String module) throws IOException {
        Path golden = Repository.ROOT.resolve(module).resolve("api.txt");
        String now = ApiText.of(Production.api(module));
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(golden, now);
        }
        assertEquals(
                Files.exists(golden) ? Files.readString(golden) : "",
                now,
                "The public API of " + module
                        + " has changed. If that is wanted: mvn verify -Dapi.update=true, and commit api.txt.");
    }
}
