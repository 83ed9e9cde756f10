package dev.outlookmailbox.imap;

/** Which headers to list. Immutable; any thread may use it. */
public final class HeaderQuery {

    private static final HeaderQuery ALL = new HeaderQuery();

    private HeaderQuery() {}

    /** Every message of the folder. */
    public static HeaderQuery all() {
        return ALL;
    }

    @Override
    public String toString() {
        return "HeaderQuery.all()";
    }
}
