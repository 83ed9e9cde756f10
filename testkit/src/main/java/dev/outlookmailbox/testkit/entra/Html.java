package dev.outlookmailbox.testkit.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages that a browser gets to see. */
final class Html {

    private static final String FRAME = load("page.html");

    private Html() {}

    /** @param body trusted markup */
    static String page(String title, String body) {
        return FRAME.replace("{{title}}", escape(title)).replace("{{body}}", body);
    }

    /** The opening of a form with what it carries along unseen. */
    static String form(String action, Map<String, String> hidden) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"" + escape(action) + "\">\n");
        hidden.forEach((name, value) -> form.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n"));
        return form.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String load(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar of the testkit.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
