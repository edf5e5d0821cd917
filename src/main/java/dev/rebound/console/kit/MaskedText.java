package dev.rebound.console.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in a text that is being typed, hidden letter by letter so that the cursor stays where it is. */
public final class MaskedText {
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\"'(),;:]+)@([^\\s<>@\"'(),;:]*)");

    private MaskedText() {}

    /** The text as it may be seen: as long as before, of each address the first letters and the end are left. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text);
        Matcher m = ADDRESS.matcher(text);
        while (m.find()) {
            hide(out, m.start(1) + 1, m.end(1));
            int dot = text.lastIndexOf('.', m.end(2) - 1);
            hide(out, m.start(2) + 1, dot > m.start(2) ? dot : m.end(2));
        }
        return out.toString();
    }

    private static void hide(StringBuilder out, int from, int to) {
        for (int i = from; i < to; i++) {
            out.setCharAt(i, '•');
        }
    }
}
