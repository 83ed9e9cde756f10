package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.util.List;
import java.util.Map;

/** What each step of a sign-in looks like. */
final class Pages {

    private static final Map<String, String> MEANINGS = Map.of(
            "IMAP.AccessAsUser.All", "Read and write your mail through IMAP",
            "SMTP.Send", "Send mail as you through SMTP",
            "POP.AccessAsUser.All", "Read your mail through POP");

    private Pages() {}

    /** @param action where the choice goes */
    static String chooseAccount(String action, String flow, List<Account> accounts) {
        StringBuilder body =
                new StringBuilder("<h1>Pick an account</h1>\n<p class=\"soft\">to go on to the app that sent"
                        + " you here</p>\n" + Html.form(action, Map.of("flow", flow)) + "<ul class=\"accounts\">\n");
        for (Account account : accounts) {
            body.append("<li>").append(button(account)).append("</li>\n");
        }
        return Html.page(
                "Sign in",
                body.append("</ul>\n")
                        .append(accounts.isEmpty() ? "<p>This Outlook has no mailbox yet: addMailbox(..).</p>\n" : "")
                        .append(
                                "<div class=\"actions\"><button name=\"decision\" value=\"cancel\">Cancel</button></div>")
                        .append("\n</form>")
                        .toString());
    }

    static String consent(String action, String flow, Account account, Scopes scopes) {
        StringBuilder permissions = new StringBuilder();
        for (String scope : scopes.permissions()) {
            String name = scope.substring(scope.lastIndexOf('/') + 1);
            permissions
                    .append("<li>")
                    .append(Html.escape(MEANINGS.getOrDefault(name, name)))
                    .append("<code>")
                    .append(Html.escape(scope))
                    .append("</code></li>\n");
        }
        if (scopes.contains("offline_access")) {
            permissions.append("<li>Keep access to what you allow<code>offline_access</code></li>\n");
        }
        return Html.page(
                "Permissions requested",
                "<p class=\"who\">" + Html.escape(account.address()) + "</p>\n<h1>Permissions requested</h1>\n"
                        + "<p>The app under test would like to:</p>\n<ul class=\"scopes\">\n" + permissions + "</ul>\n"
                        + Html.form(action, Map.of("flow", flow))
                        + "<div class=\"actions\">\n<button name=\"decision\" value=\"cancel\">Cancel</button>\n"
                        + "<button class=\"primary\" name=\"decision\" value=\"accept\">Accept</button>\n</div>\n</form>");
    }

    /** @param problem begins with the AADSTS code */
    static String error(String problem) {
        return Html.page(
                "Sorry",
                "<h1>Sorry, but we’re having trouble signing you in.</h1>\n<p class=\"problem\" id=\"error\">"
                        + Html.escape(problem)
                        + "</p>\n<p class=\"soft\">As at Entra, the app is told nothing of this.</p>");
    }

    /** The way back for {@code response_mode=form_post}: a form that sends itself. */
    static String postBack(String redirectUri, Map<String, String> parameters) {
        return Html.page(
                "Working",
                "<h1>Taking you back to the app</h1>\n" + Html.form(redirectUri, parameters)
                        + "<div class=\"actions\"><button class=\"primary\">Continue</button></div>\n</form>\n"
                        + "<script>document.forms[0].submit()</script>");
    }

    private static String button(Account account) {
        String initial = account.name().isEmpty() ? "?" : account.name().substring(0, 1);
        return "<button name=\"account\" value=\"" + Html.escape(account.address()) + "\"><span class=\"face\">"
                + Html.escape(initial) + "</span><span><b>" + Html.escape(account.name()) + "</b><small>"
                + Html.escape(account.address()) + "</small></span></button>";
    }
}
