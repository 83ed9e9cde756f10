package dev.outlookmailbox.testkit.exchange;

import java.util.List;
import java.util.Map;

/**
 * The folders of a new mailbox. Exchange marks four of them in a plain LIST (RFC 6154) without announcing that it can; Archive
 * bears no mark, and nothing tells the ones that hold no mail.
 */
final class DefaultFolders {

    static final String SENT = "Sent Items";

    static final List<String> NAMES = List.of(
            "Archive",
            "Calendar",
            "Contacts",
            "Conversation History",
            "Deleted Items",
            "Drafts",
            "Journal",
            "Junk Email",
            "Notes",
            "Outbox",
            SENT,
            "Tasks");

    private static final Map<String, String> ATTRIBUTES =
            Map.of("Deleted Items", "\\Trash", "Drafts", "\\Drafts", "Junk Email", "\\Junk", SENT, "\\Sent");

    private DefaultFolders() {}

    /** Empty for a folder without a mark. */
    static String attribute(String name) {
        return ATTRIBUTES.getOrDefault(name, "");
    }
}
