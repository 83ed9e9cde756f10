package dev.outlookmailbox.testkit.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request led to: a page with a form, or the way back to the app.
 *
 * @param address where it came from, or where it sends the browser
 * @param redirect whether it sends the browser elsewhere
 */
public record Page(URI address, boolean redirect, String html) {

    private static final Pattern FORM_ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]* name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern ERROR = Pattern.compile("<p class=\"problem\" id=\"error\">([^<]*)</p>");

    public boolean asksForConsent() {
        return html.contains(" name=\"decision\" value=\"accept\"");
    }

    /** The values of the buttons of that name, from top to bottom. */
    public List<String> choices(String name) {
        List<String> values = new ArrayList<>();
        Matcher button = BUTTON.matcher(html);
        while (button.find()) {
            if (unescape(button.group(1)).equals(name)) {
                values.add(unescape(button.group(2)));
            }
        }
        return values;
    }

    /** Where the form goes. */
    URI action() {
        Matcher form = FORM_ACTION.matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("There is no form on " + this);
        }
        return address.resolve(unescape(form.group(1)));
    }

    /** What the form carries along unseen. */
    Map<String, String> hidden() {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(html);
        while (input.find()) {
            values.put(unescape(input.group(1)), unescape(input.group(2)));
        }
        return values;
    }

    /**
     * What the app gets.
     *
     * @throws IllegalStateException if this is no way back but an error page
     */
    public Map<String, String> callback() {
        Matcher error = ERROR.matcher(html);
        if (error.find()) {
            throw new IllegalStateException(
                    "Entra shows an error page and sends nobody back to the app: " + unescape(error.group(1)));
        }
        return redirect ? query() : hidden();
    }

    private Map<String, String> query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.put(decode(sides[0]), decode(sides.length > 1 ? sides[1] : ""));
        }
        return parameters;
    }

    /** Names the path only: the query may hold a code. */
    @Override
    public String toString() {
        return "Page[" + address.getPath() + "]";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
