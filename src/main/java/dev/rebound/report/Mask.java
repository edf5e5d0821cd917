package dev.rebound.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides addresses but for their first and last letters, also inside replies. */
public final class Mask {
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\"'(),;:]+)@([^\\s<>@\"'(),;:]+)");

    private Mask() {}

    /** The text with every address in it masked: {@code c…d@o…e.fr}. */
    public static String of(String text) {
        Matcher m = ADDRESS.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(part(m.group(1)) + "@" + domain(m.group(2))));
        }
        m.appendTail(out);
        return out.toString();
    }

    private static String domain(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot <= 0 ? part(domain) : part(domain.substring(0, dot)) + domain.substring(dot);
    }

    private static String part(String text) {
        return text.length() < 2 ? "…" : text.charAt(0) + "…" + text.charAt(text.length() - 1);
    }
}
