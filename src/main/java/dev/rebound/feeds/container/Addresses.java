package dev.rebound.feeds.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as exports write them: bare, behind a name in angle brackets (RFC 5322 section 3.4), several in a row. */
public final class Addresses {
    private Addresses() {}

    /** The addresses of a text, names left away; the text itself where it holds none. */
    public static List<String> of(String text) {
        String bare = text.strip();
        if (!isSeveral(bare)) {
            return bare.isEmpty() ? List.of() : List.of(withoutScheme(bare));
        }
        String list = bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
        List<String> found = new ArrayList<>();
        for (String mailbox : list.replaceAll("\"[^\"@]*\"", "").split("[,;]", -1)) {
            String address = withoutScheme(mailbox.substring(mailbox.indexOf('<') + 1)
                    .replace(">", "")
                    .replace("\"", "")
                    .strip());
            if (address.indexOf('@') > 0) {
                found.add(address);
            }
        }
        return found.isEmpty() ? List.of(bare) : found;
    }

    private static boolean isSeveral(String text) {
        return text.indexOf('<') >= 0 || text.indexOf(',') >= 0 || text.indexOf(';') >= 0 || text.startsWith("[");
    }

    private static String withoutScheme(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("mailto:") ? address.substring(7) : address;
    }

    /** The domain of the sender's address; null when the text holds no address. */
    public static @Nullable String domain(@Nullable String from) {
        return from == null || from.indexOf('@') < 0
                ? null
                : from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\"\\])}].*", "");
    }
}
