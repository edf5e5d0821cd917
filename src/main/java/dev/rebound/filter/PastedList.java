package dev.rebound.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of addresses or ids as people paste it out of a sheet or a ticket. Two or more addresses become one list of
 * {@code to:}, two or more lines of single words one list of message ids; anything else is no list.
 */
public final class PastedList {
    private static final Pattern BREAK = Pattern.compile("[\\s,;]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\"()]+@[^@\\s\"()]+\\.[^@\\s\"()]+");

    private PastedList() {}

    /** The filter that a pasted text means as a list; empty where it is no list. */
    public static Optional<Filter> of(String pasted) {
        Set<String> values = new LinkedHashSet<>();
        boolean addresses = true;
        for (String word : BREAK.split(pasted.strip(), -1)) {
            String value = trimmed(word);
            if (!value.isEmpty()) {
                values.add(value);
                addresses &= ADDRESS.matcher(value).matches();
            }
        }
        if (values.size() < 2) {
            return Optional.empty();
        }
        if (addresses) {
            return Optional.of(list(Field.ADDRESS, values));
        }
        boolean oneWordALine = pasted.strip().lines().allMatch(l -> !l.isBlank() && BREAK.split(l.strip()).length == 1);
        return oneWordALine && pasted.strip().lines().count() == values.size()
                ? Optional.of(list(Field.MESSAGE_ID, values))
                : Optional.empty();
    }

    private static Filter list(Field field, Set<String> values) {
        List<Match> all = new ArrayList<>();
        values.forEach(v -> all.add(new Match.Exact(v)));
        return new Filter.Term(field, new Match.OneOf(all));
    }

    /** Without the quotes and brackets that sheets and mail programs put around. */
    private static String trimmed(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && "\"'<".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "\"'>".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
