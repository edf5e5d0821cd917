package dev.rebound.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides addresses but for their first and last letters, also inside replies. */
public final class Mask {
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\"'(),;:]+)@([^\\s<>@\"'(),;:]+)");

    /** A shorter name stands in many a text without being meant. */
    private static final int SHORTEST_NAME = 4;

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

    /**
     * The same for a text about one address, such as a server's reply: its name before the @ is hidden also where it stands
     * alone ("User anna.b unknown"), if it is long enough to be meant.
     */
    public static String of(String text, String about) {
        return named(of(text), about, name(about));
    }

    /** The text with the name of an address, where it stands alone and is long enough to be meant, replaced. */
    public static String named(String text, String about, String instead) {
        String name = nameOf(about);
        if (name.length() < SHORTEST_NAME || !text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(instead));
    }

    /** What is seen of the id that a source knows a person by. */
    public static String id(String id) {
        return part(id);
    }

    /** What is seen of an address's name before the @. */
    public static String name(String address) {
        return part(nameOf(address));
    }

    private static String nameOf(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }

    private static String domain(String domain) {
        int dot = domain.lastIndexOf('.');
        return dot <= 0 ? part(domain) : part(domain.substring(0, dot)) + domain.substring(dot);
    }

    private static String part(String text) {
        return text.length() < 2 ? "…" : text.charAt(0) + "…" + text.charAt(text.length() - 1);
    }
}
