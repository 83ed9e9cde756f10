package dev.outlookmailbox.oauth.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingScopesTest {

    private static final String IMAP = "https://outlook.office.com/IMAP.AccessAsUser.All";
    private static final String SMTP = "https://outlook.office.com/SMTP.Send";

    @Test
    void theFormInWhichEntraNamesAScopeDoesNotMatter() {
        assertEquals(
                List.of(),
                MissingScopes.of(
                        List.of(IMAP, SMTP),
                        List.of("https://outlook.office365.com/imap.accessasuser.all", "SMTP.Send", "openid")));
    }

    @Test
    void theMissingOneIsNamedAsItWasAskedFor() {
        assertEquals(List.of(SMTP), MissingScopes.of(List.of(IMAP, SMTP), List.of("IMAP.AccessAsUser.All")));
    }
}
