package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.net.Tls;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Posts one form, exactly once: whatever happens, nothing here sends it again. A refresh token may be spent by a request
 * whose answer was lost, and a server that detects reuse would then end the grant. Each request has a connection of its own,
 * since one left idle may be dead without anybody knowing, and nothing stays open between requests. Any thread may use it.
 */
final class TokenHttp {

    /** Entra's answers are below 20 KB. */
    private static final long LARGEST_ANSWER = 256 * 1024;

    private final OkHttpClient client;

    TokenHttp(OutlookEndpoints endpoints, Timeouts timeouts) {
        Tls tls = Tls.of(endpoints);
        this.client = new OkHttpClient.Builder()
                .sslSocketFactory(tls.socketFactory(), tls.trustManager())
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(longest(timeouts))
                .build();
    }

    /** How long one request can take, however slowly the bytes come. */
    static Duration longest(Timeouts timeouts) {
        return timeouts.connect().plus(timeouts.read());
    }

    HttpAnswer post(URL url, Map<String, String> headers, String form) throws PostFailedException {
        SingleUseForm body = new SingleUseForm(form);
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .post(body);
        headers.forEach(request::header);
        try (Response response = client.newCall(request.build()).execute()) {
            return new HttpAnswer(
                    response.code(),
                    response.header("Content-Type", ""),
                    response.header("Date"),
                    response.header("Retry-After"),
                    response.header("x-ms-request-id"),
                    text(response.body().source()));
        } catch (IOException e) {
            throw new PostFailedException(e, body.started());
        }
    }

    private static String text(BufferedSource source) throws IOException {
        if (source.request(LARGEST_ANSWER + 1)) {
            throw new AnswerTooLargeException();
        }
        return source.getBuffer().readUtf8();
    }

    /** The server sent more than any token answer has. */
    static final class AnswerTooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
