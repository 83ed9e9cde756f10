package dev.outlookmailbox.testkit.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** One sign-in, from page to page. Follows no redirect: that is for the app. For one thread. */
public final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SSLSocketFactory sockets;

    public Visit(X509Certificate trusted) {
        this.sockets = trusting(trusted);
    }

    public Page open(URI address) {
        return request(address, "");
    }

    /** Sends the form of the page by the button with this name and value. */
    public Page press(Page page, String name, String value) {
        if (!page.choices(name).contains(value)) {
            page.callback();
            throw new IllegalStateException(
                    "The page offers " + page.choices(name) + " as " + name + ", but not '" + value + "'.");
        }
        Map<String, String> form = new LinkedHashMap<>(page.hidden());
        form.put(name, value);
        return request(page.action(), encode(form));
    }

    private Page request(URI address, String form) {
        try {
            HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
            connection.setSSLSocketFactory(sockets);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            if (!form.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
                connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            }
            return read(address, connection);
        } catch (IOException e) {
            throw new UncheckedIOException("The fake Entra does not answer at " + address.getPath(), e);
        }
    }

    private static Page read(URI address, HttpsURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        @Nullable String location = connection.getHeaderField("Location");
        if (status == 302 && location != null) {
            return new Page(address.resolve(location), true, "");
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Page(address, false, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static SSLSocketFactory trusting(X509Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("fake-entra", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JVM cannot keep a certificate in a key store.", e);
        }
    }
}
