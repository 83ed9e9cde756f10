package dev.outlookmailbox.imap.mime;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/** HTML of strangers made safe to show, by an allow list. */
public final class SafeHtml {

    private static final Safelist WITHOUT_REMOTE_IMAGES = safelist(false);
    private static final Safelist WITH_REMOTE_IMAGES = safelist(true);

    private SafeHtml() {}

    public static String sanitize(String html, boolean remoteImages) {
        Document.OutputSettings asItIs = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(html, "", remoteImages ? WITH_REMOTE_IMAGES : WITHOUT_REMOTE_IMAGES, asItIs);
    }

    /** Plain text with its line breaks kept. */
    public static String fromText(String text) {
        return Entities.escape(text).replace("\n", "<br>\n");
    }

    /** jsoup's relaxed list has no styles, forms, scripts, frames and handlers. */
    private static Safelist safelist(boolean remoteImages) {
        Safelist safelist = Safelist.relaxed()
                .addTags("font", "center", "hr", "s", "big", "address")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("table", "align", "border", "cellpadding", "cellspacing")
                .addAttributes("td", "align", "valign")
                .addProtocols("img", "src", "cid", "data")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                .addEnforcedAttribute("a", "target", "_blank");
        return remoteImages ? safelist : safelist.removeProtocols("img", "src", "http", "https");
    }
}
