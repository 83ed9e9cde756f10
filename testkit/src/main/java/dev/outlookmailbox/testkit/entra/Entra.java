package dev.outlookmailbox.testkit.entra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.outlookmailbox.testkit.directory.Directory;
import dev.outlookmailbox.testkit.net.Daemons;
import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization server over HTTPS. Any thread may use it. */
public final class Entra implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Entra.class);

    private final Clock clock;
    private final Randomness random = new Randomness(new SecureRandom());
    private final Consents consents = new Consents();
    private final TokenFaults faults = new TokenFaults();
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final SignInEndpoint signIn;
    private final TokenEndpoint tokens;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.factory("fake-entra"));

    public Entra(Registration app, Directory directory, LocalhostIdentity identity, Clock clock) {
        SigningKey.prepare();
        this.clock = clock;
        this.accessTokens = new AccessTokens(app, clock, random);
        this.refreshTokens = new RefreshTokens(clock, random);
        AuthorizationCodes codes = new AuthorizationCodes(clock, random);
        this.signIn = new SignInEndpoint(app, directory, consents, codes, random);
        this.tokens = new TokenEndpoint(
                new ClientCheck(app),
                codes,
                refreshTokens,
                consents,
                new TokenAnswer(app, accessTokens, refreshTokens, clock, random));
        this.server = start(identity);
    }

    /** {@code https://localhost:port}. */
    public URI authority() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    public AccessTokens accessTokens() {
        return accessTokens;
    }

    public RefreshTokens refreshTokens() {
        return refreshTokens;
    }

    public Consents consents() {
        return consents;
    }

    public TokenFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpsServer start(LocalhostIdentity identity) {
        try {
            HttpsServer https = PromptHttps.create();
            https.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
            https.setExecutor(threads);
            https.createContext("/", this::handle);
            // its dispatcher is a daemon if the thread that starts it is one
            Daemons.runBriefly("fake-entra-start", https::start);
            return https;
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Call call = new Call(exchange);
            switch (call.path()) {
                case "/discovery/instance" -> call.json(200, Json.write(Metadata.instances(base())));
                case "/v2.0/.well-known/openid-configuration" ->
                    call.json(200, Json.write(Metadata.openIdConfiguration(base(), call.tenant())));
                case "/discovery/v2.0/keys" ->
                    call.json(200, Json.write(SigningKey.shared().jwks()));
                case "/oauth2/v2.0/token" -> token(call);
                case "/oauth2/v2.0/authorize" -> page(call, signIn::begin);
                case "/fake/account" -> page(call, signIn::chooseAccount);
                case "/fake/consent" -> page(call, signIn::decide);
                default -> call.html(404, Pages.error("There is nothing at this address."));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "The fake Entra failed to answer {}",
                    exchange.getRequestURI().getPath(),
                    e);
            throw e;
        }
    }

    /** A step of a sign-in. */
    @FunctionalInterface
    private interface Step {
        void answer(Call call) throws IOException, EntraException;
    }

    private void page(Call call, Step step) throws IOException {
        try {
            step.answer(call);
        } catch (EntraException refusal) {
            String text = ErrorAnswer.describe(refusal, random.uuid(), random.uuid(), clock.instant());
            call.html(400, Pages.error(text));
        }
    }

    private void token(Call call) throws IOException {
        Map<String, String> form = call.form();
        faults.count();
        Optional<TokenFaults.Canned> canned = faults.nextAnswer();
        if (canned.isPresent()) {
            call.json(canned.get().status(), canned.get().body());
            return;
        }
        try {
            Optional<Duration> wait = faults.turnAway();
            if (wait.isPresent()) {
                call.setHeader("Retry-After", String.valueOf(wait.get().toSeconds()));
                throw EntraException.throttled();
            }
            call.json(200, Json.write(tokens.redeem(base(), form)));
        } catch (EntraException refusal) {
            String correlationId = call.header("client-request-id");
            if (correlationId.isEmpty()) {
                correlationId = random.uuid();
            }
            call.json(
                    refusal.status(),
                    Json.write(ErrorAnswer.of(refusal, base(), random.uuid(), correlationId, clock.instant())));
        }
    }

    private String base() {
        return authority().toString();
    }
}
