package dev.outlookmailbox.testkit.entra;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTTP request and its answer. */
final class Call {

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** The tenant in front is cut off: {@code /oauth2/v2.0/token} for instance. */
    String path() {
        return exchange.getRequestURI().getPath().replaceFirst("^/[^/]+", "");
    }

    /** {@code common}, {@code organizations}, {@code consumers}, a tenant's id or its domain. */
    String tenant() {
        return exchange.getRequestURI().getPath().replaceFirst("^/([^/]*).*", "$1");
    }

    Map<String, String> query() {
        return decode(String.valueOf(exchange.getRequestURI().getRawQuery()));
    }

    Map<String, String> form() throws IOException {
        return decode(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The header of the request; empty if it is not there. */
    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    void setHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void json(int status, String body) throws IOException {
        answer(status, "application/json; charset=utf-8", body);
    }

    void html(int status, String page) throws IOException {
        setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
        answer(status, "text/html; charset=utf-8", page);
    }

    void redirect(String uri, Map<String, String> parameters) throws IOException {
        setHeader("Location", uri + (uri.contains("?") ? "&" : "?") + encode(parameters));
        answer(302, "text/plain", "");
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> urlEncode(entry.getKey()) + "=" + urlEncode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The first value counts where a name stands more than once. */
    static Map<String, String> decode(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(urlDecode(pair.substring(0, equals)), urlDecode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private void answer(int status, String type, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        setHeader("Content-Type", type);
        setHeader("Cache-Control", "no-store, no-cache");
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        if (octets.length > 0) {
            exchange.getResponseBody().write(octets);
        }
        exchange.close();
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String urlDecode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
