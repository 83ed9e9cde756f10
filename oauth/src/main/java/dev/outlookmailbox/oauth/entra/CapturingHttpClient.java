package dev.outlookmailbox.oauth.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The transport of one token request: sends what MSAL4J wrote, keeps the real answer, and hands MSAL4J a neutral one. So
 * neither a token nor an error body reaches MSAL4J's parser, cache, exceptions, throttling or loggers. For one thread.
 */
final class CapturingHttpClient implements IHttpClient {

    private static final String CORRELATION_ID = "client-request-id";
    private static final String NEUTRAL = "{}";

    private final TokenHttp http;
    private @Nullable HttpAnswer answer;
    private @Nullable PostFailedException failure;

    CapturingHttpClient(TokenHttp http) {
        this.http = http;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Objects.requireNonNullElse(request.headers(), Map.of()));
        headers.values().removeIf(Objects::isNull);
        try {
            answer = http.post(request.url(), headers, request.body());
        } catch (PostFailedException e) {
            failure = e;
            throw new IOException("kept by the transport");
        }
        return neutral(headers.get(CORRELATION_ID));
    }

    @Nullable
    HttpAnswer answer() {
        return answer;
    }

    @Nullable
    PostFailedException failure() {
        return failure;
    }

    private static HttpResponse neutral(@Nullable String correlationId) {
        HttpResponse response = new HttpResponse().statusCode(200).body(NEUTRAL);
        if (correlationId != null) {
            response.addHeaders(Map.of(CORRELATION_ID, List.of(correlationId)));
        }
        return response;
    }
}
