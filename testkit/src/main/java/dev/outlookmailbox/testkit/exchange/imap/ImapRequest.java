package dev.outlookmailbox.testkit.exchange.imap;

/**
 * One command of a client, with all its literals in place, each in the form {@code {n+}}, so that GreenMail reads it without
 * asking for them.
 *
 * @param name in upper case; {@code UID COPY} and the like for the commands that UID comes before
 * @param raw everything, a character for an octet, without the last line end
 * @param arguments where they begin in {@code raw}
 */
record ImapRequest(String tag, String name, String raw, int arguments) {

    /** @throws SyntaxException if there is not even a tag and a name */
    static ImapRequest parse(String raw) throws SyntaxException {
        ImapArguments words = new ImapArguments(raw, 0);
        String tag = words.next().text();
        String name = words.next().text().toUpperCase(java.util.Locale.ROOT);
        if (name.equals("UID")) {
            name += " " + words.next().text().toUpperCase(java.util.Locale.ROOT);
        }
        return new ImapRequest(tag, name, raw, words.position());
    }

    ImapArguments read() {
        return new ImapArguments(raw, arguments);
    }

    /** The request with a part of it replaced. */
    ImapRequest with(ImapArguments.Word word, String replacement) {
        String changed = raw.substring(0, word.start()) + replacement + raw.substring(word.end());
        return new ImapRequest(tag, name, changed, arguments);
    }

    /** What may be written down of it: no tag, no literal, no credentials. */
    String forTheLog() {
        if (name.equals("LOGIN")) {
            return "IMAP LOGIN";
        }
        if (name.equals("AUTHENTICATE")) {
            return "IMAP AUTHENTICATE " + raw.substring(arguments).strip().replaceAll(" .*", "");
        }
        return "IMAP " + name + raw.substring(arguments).replaceAll("(?s)(\\{\\d+\\+})\r\n.*", "$1");
    }

    @Override
    public String toString() {
        return forTheLog();
    }
}
