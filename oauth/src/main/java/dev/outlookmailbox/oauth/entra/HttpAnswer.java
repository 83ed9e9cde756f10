package dev.outlookmailbox.oauth.entra;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer before anybody has judged it.
 *
 * @param contentType {@code ""} if the server named none
 * @param date the {@code Date} header
 * @param retryAfter the {@code Retry-After} header
 * @param requestId the {@code x-ms-request-id} header, which Microsoft support can look up
 * @param body may hold tokens
 */
record HttpAnswer(
        int status,
        String contentType,
        @Nullable String date,
        @Nullable String retryAfter,
        @Nullable String requestId,
        String body) {

    /** Status and type only; safe to show. */
    String summary() {
        return contentType.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + contentType;
    }

    /** Never prints the body. */
    @Override
    public String toString() {
        return "HttpAnswer[" + summary() + "]";
    }
}
