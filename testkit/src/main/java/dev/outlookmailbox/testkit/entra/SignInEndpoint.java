package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.directory.Directory;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The interactive part: who are you, do you agree, and back to the app. Any thread may use it. */
final class SignInEndpoint {

    private final Registration app;
    private final Directory directory;
    private final Consents consents;
    private final AuthorizationCodes codes;
    private final Randomness random;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();

    SignInEndpoint(
            Registration app, Directory directory, Consents consents, AuthorizationCodes codes, Randomness random) {
        this.app = app;
        this.directory = directory;
        this.consents = consents;
        this.codes = codes;
        this.random = random;
    }

    /** A sign-in on its way; the account is known from the second page on. */
    private record Flow(
            AuthorizationRequest request, @Nullable Account account) {}

    /** GET authorize. */
    void begin(Call call) throws IOException, EntraException {
        AuthorizationRequest request = AuthorizationRequest.parse(call.query(), app);
        if (request.prompt().equals("none")) {
            String text = "AADSTS50058: A silent sign-in request was sent but no user is signed in.";
            sendBack(call, request, error("login_required", text));
            return;
        }
        String flow = remember(new Flow(request, null));
        call.html(200, Pages.chooseAccount(action(call, "account"), flow, hintedFirst(request.loginHint())));
    }

    /** POST of the first page. */
    void chooseAccount(Call call) throws IOException, EntraException {
        Map<String, String> form = call.form();
        AuthorizationRequest request = recall(form).request();
        if ("cancel".equals(form.get("decision"))) {
            sendBack(call, request, error("access_denied", "the user canceled the authentication"));
            return;
        }
        String address = form.getOrDefault("account", "");
        Account account = directory
                .find(address)
                .orElseThrow(() -> EntraException.invalidRequest(
                        50034, "The user account " + address + " does not exist in the directory."));
        askForConsent(call, request, account);
    }

    /** POST of the second page. */
    void decide(Call call) throws IOException, EntraException {
        Map<String, String> form = call.form();
        Flow flow = recall(form);
        if (flow.account() == null) {
            throw EntraException.missing("account");
        }
        if (!"accept".equals(form.get("decision"))) {
            String text = "AADSTS65004: User declined to consent to access the app.";
            sendBack(call, flow.request(), error("consent_required", text));
            return;
        }
        consents.grant(flow.account(), flow.request().scopes().permissionNames());
        sendCode(call, flow.request(), flow.account());
    }

    private List<Account> hintedFirst(String loginHint) {
        return directory.accounts().stream()
                .sorted(Comparator.comparing(account -> !account.owns(loginHint)))
                .toList();
    }

    private void askForConsent(Call call, AuthorizationRequest request, Account account) throws IOException {
        if (!request.prompt().equals("consent") && consents.covers(account, request.scopes())) {
            sendCode(call, request, account);
            return;
        }
        String flow = remember(new Flow(request, account));
        call.html(200, Pages.consent(action(call, "consent"), flow, account, request.scopes()));
    }

    private void sendCode(Call call, AuthorizationRequest request, Account account) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", codes.issue(account, request));
        parameters.put("session_state", random.uuid());
        sendBack(call, request, parameters);
    }

    private void sendBack(Call call, AuthorizationRequest request, Map<String, String> answer) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        if (!request.state().isEmpty()) {
            parameters.put("state", request.state());
        }
        if (request.responseMode().equals("form_post")) {
            call.html(200, Pages.postBack(request.redirectUri(), parameters));
        } else {
            call.redirect(request.redirectUri(), parameters);
        }
    }

    private static Map<String, String> error(String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        return parameters;
    }

    private String remember(Flow flow) {
        String id = random.text(24);
        flows.put(id, flow);
        return id;
    }

    private Flow recall(Map<String, String> form) throws EntraException {
        @Nullable Flow flow = flows.remove(form.getOrDefault("flow", ""));
        if (flow == null) {
            throw EntraException.invalidRequest(
                    165000, "Invalid Request: the page was sent before. Begin the sign-in again.");
        }
        return flow;
    }

    private static String action(Call call, String step) {
        return "/" + call.tenant() + "/fake/" + step;
    }
}
