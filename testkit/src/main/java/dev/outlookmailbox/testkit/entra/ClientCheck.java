package dev.outlookmailbox.testkit.entra;

import java.util.Map;

/** Whether a token request comes from the registered app. */
final class ClientCheck {

    private final Registration app;

    ClientCheck(Registration app) {
        this.app = app;
    }

    String clientId() {
        return app.clientId();
    }

    void check(Map<String, String> form) throws EntraException {
        String clientId = form.getOrDefault("client_id", "");
        if (clientId.isEmpty()) {
            throw EntraException.missing("client_id");
        }
        if (!clientId.equals(app.clientId())) {
            throw unknown(clientId);
        }
        String secret = form.getOrDefault("client_secret", "");
        if (secret.isEmpty()) {
            throw EntraException.invalidClient(
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!secret.equals(app.clientSecret())) {
            throw EntraException.invalidClient(
                    7000215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID, for a secret added to app '" + clientId + "'.");
        }
    }

    static EntraException unknown(String clientId) {
        return EntraException.of(
                "unauthorized_client",
                700016,
                "Application with identifier '" + clientId + "' was not found in the directory 'Fake Outlook'. This can"
                        + " happen if the application has not been installed by the administrator of the tenant or"
                        + " consented to by any user in the tenant. You may have sent your authentication request to"
                        + " the wrong tenant.");
    }
}
