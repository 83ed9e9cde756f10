package dev.outlookmailbox.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Talks to the fake Entra as an app does. */
final class EntraClient {

    static final String MAIL_SCOPES =
            "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send";

    private final FakeOutlook fake;
    private final HttpClient http;

    EntraClient(FakeOutlook fake) {
        this.fake = fake;
        this.http = HttpClient.newBuilder()
                .sslContext(TlsClient.context(fake.endpoints().trusted().get(0)))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    URI authorizeUrl(String... more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", fake.clientId());
        query.put("redirect_uri", fake.redirectUri());
        query.put("response_type", "code");
        query.put("scope", "openid profile email offline_access " + MAIL_SCOPES);
        query.put("state", "the state & more");
        put(query, more);
        return URI.create(fake.endpoints().authority() + "/common/oauth2/v2.0/authorize?" + encode(query));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(fake.endpoints().authority() + path);
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    /** With the app's credentials, unless {@code more} says otherwise; an empty value takes a parameter away. */
    HttpResponse<String> token(String... more) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", fake.clientId());
        form.put("client_secret", fake.clientSecret());
        form.put("scope", "openid profile offline_access " + MAIL_SCOPES);
        put(form, more);
        URI uri = URI.create(fake.endpoints().authority() + "/common/oauth2/v2.0/token");
        return http.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> refresh(String refreshToken, String... more) throws IOException, InterruptedException {
        String[] all = java.util.Arrays.copyOf(more, more.length + 4);
        all[more.length] = "grant_type";
        all[more.length + 1] = "refresh_token";
        all[more.length + 2] = "refresh_token";
        all[more.length + 3] = refreshToken;
        return token(all);
    }

    HttpResponse<String> redeem(String code, String... more) throws IOException, InterruptedException {
        String[] all = java.util.Arrays.copyOf(more, more.length + 4);
        all[more.length] = "grant_type";
        all[more.length + 1] = "authorization_code";
        all[more.length + 2] = "code";
        all[more.length + 3] = code;
        return token(all);
    }

    /** The value of a member of a flat JSON object, {@code ""} if it is not there. */
    static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}]*))")
                .matcher(json);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    static String claims(String jwt) {
        String payload = jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'));
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, String> parameters, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1].isEmpty()) {
                parameters.remove(namesAndValues[i]);
            } else {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
