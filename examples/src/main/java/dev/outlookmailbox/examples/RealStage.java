package dev.outlookmailbox.examples;

import com.sun.net.httpserver.HttpServer;
import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.oauth.Account;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.SignIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Real Outlook: with a refresh token from the environment, or by a sign-in in the user's own browser. */
final class RealStage implements QuickstartStage {

    private final Steps steps;

    RealStage(Steps steps) {
        this.steps = steps;
        steps.title("outlook-mailbox on real Outlook");
    }

    @Override
    public OutlookMailbox connect() throws IOException, InterruptedException {
        String id = Setting.variable("OUTLOOK_CLIENT_ID");
        String secret = Setting.variable("OUTLOOK_CLIENT_SECRET");
        String redirectUri = System.getenv("OUTLOOK_REDIRECT_URI");
        OutlookMailbox mailbox = redirectUri == null
                ? OutlookMailbox.connect(id, secret, Setting.variable("OUTLOOK_REFRESH_TOKEN"))
                : signIn(id, secret, URI.create(redirectUri));
        steps.step("Connect", "connected to the mailbox of " + mailbox.address());
        return mailbox;
    }

    @Override
    public void showMore(OutlookMailbox mailbox) {}

    @Override
    public void close() {}

    private OutlookMailbox signIn(String id, String secret, URI redirectUri) throws IOException, InterruptedException {
        BlockingQueue<String> callback = new ArrayBlockingQueue<>(1);
        OutlookApp app = OutlookApp.builder()
                .clientId(id)
                .clientSecret(secret)
                .redirectUri(redirectUri.toString())
                .build();
        HttpServer listener = listener(redirectUri, callback);
        try {
            SignIn signIn = app.signIn();
            steps.step("Sign in", "Open this in a browser within five minutes:\n" + signIn.url());
            String query = callback.poll(5, TimeUnit.MINUTES);
            if (query == null) {
                throw new IllegalStateException(
                        "The browser did not come back. Pages such as “Need admin approval” never do; what did it show?");
            }
            Account account = app.completeSignIn(query);
            return OutlookMailbox.open(app, account.id());
        } finally {
            listener.stop(0);
        }
    }

    private static HttpServer listener(URI redirectUri, BlockingQueue<String> callback) throws IOException {
        int port = redirectUri.getPort() < 0 ? 80 : redirectUri.getPort();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(redirectUri.getPath().isEmpty() ? "/" : redirectUri.getPath(), exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            callback.offer(query == null ? "" : query);
            byte[] page = "Signed in. You can close this page.".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }
}
