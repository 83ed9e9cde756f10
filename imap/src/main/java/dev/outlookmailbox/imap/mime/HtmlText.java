package dev.outlookmailbox.imap.mime;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text for people: blocks on lines of their own, lists with dashes, links with their targets. */
public final class HtmlText {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl");

    private HtmlText() {}

    public static String toText(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style, head, title, template").remove();
        Writer writer = new Writer();
        NodeTraversor.traverse(writer, document.body());
        return writer.text();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text);
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
        }

        private void append(TextNode node) {
            if (preformatted > 0) {
                out.append(node.getWholeText());
                return;
            }
            String text = node.text().replace('\u00a0', ' ');
            boolean atLineStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
            boolean spaced = !atLineStart && out.charAt(out.length() - 1) == ' ';
            out.append(atLineStart || spaced ? text.stripLeading() : text);
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (PARAGRAPHS.contains(name)) {
                breakLines(2);
            } else if (startsLine(element)) {
                breakLines(1);
            }
            switch (name) {
                case "li" -> out.append("- ");
                case "br" -> out.append('\n');
                case "hr" -> out.append("----\n");
                case "pre" -> preformatted++;
                case "img" -> out.append(element.attr("alt").isBlank() ? "" : "[" + element.attr("alt") + "]");
                default -> {}
            }
        }

        private void end(Element element) {
            String name = element.normalName();
            switch (name) {
                case "a" -> link(element);
                case "pre" -> preformatted--;
                case "td", "th" -> out.append(' ');
                default -> {}
            }
            if (PARAGRAPHS.contains(name)) {
                breakLines(2);
            } else if (startsLine(element)) {
                breakLines(1);
            }
        }

        /** The cells of a row stay side by side. */
        private static boolean startsLine(Element element) {
            return element.isBlock() && !element.nameIs("td") && !element.nameIs("th");
        }

        private void link(Element element) {
            String target = element.attr("href").strip();
            boolean web = target.toLowerCase(Locale.ROOT).startsWith("http");
            if (web && !target.equals(element.text().strip())) {
                out.append(" <").append(target).append('>');
            }
        }

        private void breakLines(int wanted) {
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
            int breaks = 0;
            while (breaks < wanted && end - breaks > 0 && out.charAt(end - 1 - breaks) == '\n') {
                breaks++;
            }
            if (end > 0) {
                out.append("\n".repeat(wanted - breaks));
            }
        }

        private String text() {
            return out.toString()
                    .replaceAll("(?<![ \\t])[ \\t]++\n", "\n")
                    .replaceAll("\n{3,}", "\n\n")
                    .strip();
        }
    }
}
