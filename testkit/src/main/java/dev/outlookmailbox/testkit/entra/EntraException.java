package dev.outlookmailbox.testkit.entra;

/** A request that Entra refuses: what goes into the error answer or onto the error page. */
final class EntraException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;
    private final int code;
    private final String suberror;

    private EntraException(int status, String error, int code, String text, String suberror) {
        super("AADSTS" + code + ": " + text);
        this.status = status;
        this.error = error;
        this.code = code;
        this.suberror = suberror;
    }

    static EntraException invalidRequest(int code, String text) {
        return new EntraException(400, "invalid_request", code, text, "");
    }

    static EntraException invalidClient(int code, String text) {
        return new EntraException(401, "invalid_client", code, text, "");
    }

    static EntraException invalidGrant(int code, String text) {
        return new EntraException(400, "invalid_grant", code, text, "");
    }

    static EntraException of(String error, int code, String text) {
        return new EntraException(400, error, code, text, "");
    }

    static EntraException missing(String parameter) {
        return invalidRequest(900144, "The request body must contain the following parameter: '" + parameter + "'.");
    }

    static EntraException throttled() {
        return new EntraException(
                429,
                "temporarily_unavailable",
                90055,
                "The server terminated an operation because there are too many incoming requests.",
                "");
    }

    EntraException suberror(String value) {
        EntraException more = new EntraException(status, error, code, text(), value);
        more.setStackTrace(getStackTrace());
        return more;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    int code() {
        return code;
    }

    /** Empty if there is none. */
    String suberror() {
        return suberror;
    }

    /** With the code in front. */
    String description() {
        return String.valueOf(getMessage());
    }

    private String text() {
        return description().substring(description().indexOf(' ') + 1);
    }
}
