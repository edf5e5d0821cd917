package dev.rebound.classify;

import java.util.Map;
import java.util.Set;

/** The little HTML that replies carry: tags are dropped, the common entities are read. */
final class HtmlTag {
    private static final int LONGEST_TAG = 300;
    private static final Set<String> TAGS = Set.of(
            "a", "b", "br", "body", "code", "div", "em", "font", "h1", "h2", "h3", "head", "hr", "html", "i", "img",
            "li", "meta", "ol", "p", "pre", "small", "span", "strong", "style", "table", "tbody", "td", "title", "tr",
            "tt", "u", "ul");
    private static final Map<String, Character> ENTITIES =
            Map.of("lt", ' ', "gt", ' ', "quot", ' ', "nbsp", ' ', "amp", '&', "apos", '\'', "#39", '\'', "#34", ' ');

    private HtmlTag() {}

    /** Where to read on after a {@code <}: behind the tag when a known one starts here, else behind the sign. */
    static int end(String text, int at) {
        int name = at + 1;
        if (name < text.length() && text.charAt(name) == '/') {
            name++;
        }
        int stop = name;
        while (stop < text.length() && stop - name < 8 && Character.isLetterOrDigit(text.charAt(stop))) {
            stop++;
        }
        if (stop == name || stop == text.length() || " />\t\r\n".indexOf(text.charAt(stop)) < 0) {
            return at + 1;
        }
        if (!TAGS.contains(text.substring(name, stop).toLowerCase(java.util.Locale.ROOT))) {
            return at + 1;
        }
        int close = text.indexOf('>', stop);
        return close < 0 || close - at > LONGEST_TAG ? at + 1 : close + 1;
    }

    /** Writes what the entity at the ampersand stands for (or the sign itself) and says where to read on. */
    static int entity(String text, int at, FoldedWriter out) {
        int semicolon = text.indexOf(';', at);
        if (semicolon > at && semicolon - at <= 6) {
            Character meaning = ENTITIES.get(text.substring(at + 1, semicolon));
            if (meaning != null) {
                if (meaning == ' ') {
                    out.space(at);
                } else {
                    out.append(meaning, at);
                }
                return semicolon + 1;
            }
        }
        out.append('&', at);
        return at + 1;
    }
}
