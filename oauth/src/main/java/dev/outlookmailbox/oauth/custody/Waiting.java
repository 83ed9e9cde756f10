package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a token that another thread fetches. Giving up does not disturb that thread. */
final class Waiting {

    private Waiting() {}

    /** @throws OutlookException the failure of the flight itself, shared by all who wait, or that the wait has ended */
    static AccessToken forToken(CompletableFuture<AccessToken> flight, Duration patience) {
        try {
            return flight.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("The token store failed.", e.getCause());
        } catch (TimeoutException e) {
            throw gaveUp(
                    "No token within " + patience.toSeconds() + " s: the token store or the token endpoint is slow."
                            + " The request goes on in the background; try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gaveUp("The wait for a token was interrupted; the request goes on in the background.");
        }
    }

    private static OutlookException gaveUp(String advice) {
        return OutlookException.of(Layer.OAUTH, Diagnosis.of(Reason.OTHER, Actor.NOBODY, true, advice));
    }
}
