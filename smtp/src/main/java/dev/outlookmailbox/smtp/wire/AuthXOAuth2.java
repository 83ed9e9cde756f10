package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.sasl.XOAuth2;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** AUTH XOAUTH2 (RFC 4954). Never falls back to another mechanism, which would show the token as a password. */
final class AuthXOAuth2 {

    private static final String COMMAND = "AUTH " + XOAuth2.MECHANISM;

    /** The longest line that a server must take here, CRLF included (RFC 4954 section 4). */
    private static final int LONGEST_LINE = 12_288;

    private static final int ACCEPTED = 235;
    private static final int CHALLENGE = 334;

    private AuthXOAuth2() {}

    static void run(Wire wire, Capabilities offered, String user, AccessToken token)
            throws IOException, SignInRefusedException {
        if (!offered.mechanisms().contains(XOAuth2.MECHANISM)) {
            throw notOffered(offered);
        }
        String response = XOAuth2.initialResponse(user, token);
        wire.hide(new Redaction(token.value(), response));
        Reply reply = respond(wire, response);
        if (reply.code() == CHALLENGE) {
            throw challenged(wire, reply);
        }
        if (reply.code() != ACCEPTED) {
            throw new SignInRefusedException(Failures.diagnose(reply, wire), reply.code());
        }
    }

    private static Reply respond(Wire wire, String response) throws IOException {
        String line = COMMAND + " " + response;
        if (line.length() + 2 <= LONGEST_LINE) {
            wire.secretLine(line);
        } else {
            Reply ready = wire.exchange(COMMAND);
            if (ready.code() != CHALLENGE) {
                return ready;
            }
            wire.secretLine(response);
        }
        wire.flush();
        return wire.read();
    }

    /** A refusal in two steps: what is wrong as a challenge, and after an empty line the refusal itself. */
    private static SignInRefusedException challenged(Wire wire, Reply challenge) throws IOException {
        String why = XOAuth2.challengeText(String.join("", challenge.lines()));
        Reply refusal = wire.exchange("");
        List<String> words = new ArrayList<>(refusal.lines());
        words.add(why);
        return new SignInRefusedException(Failures.diagnose(new Reply(refusal.code(), words), wire), refusal.code());
    }

    private static RuntimeException notOffered(Capabilities offered) {
        return OutlookException.of(
                Layer.SMTP,
                Diagnosis.of(
                                Reason.PROTOCOL_DISABLED,
                                Actor.OPERATOR,
                                false,
                                "The server does not offer XOAUTH2, so no token was sent. Check that the host is one for"
                                        + " submission (smtp.office365.com:587), not the one that receives mail for the domain.")
                        .withServerText("AUTH " + String.join(" ", offered.mechanisms())));
    }
}
