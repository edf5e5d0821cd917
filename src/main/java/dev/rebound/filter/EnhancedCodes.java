package dev.rebound.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Enhanced status codes as numbers, three digits a part: those that a text names. {@code 5.7.26} names one, {@code 5.7}
 * every code that begins so.
 *
 * @param first the least of them
 * @param last the greatest
 */
public record EnhancedCodes(int first, int last) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

    /** The codes of a text; empty for what is not written as one. */
    public static Optional<EnhancedCodes> named(String text) {
        Matcher m = WRITTEN.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int first = 0;
        int last = 0;
        for (int part = 1; part <= 3; part++) {
            String digits = m.group(part);
            first = first * 1_000 + (digits == null ? 0 : Integer.parseInt(digits));
            last = last * 1_000 + (digits == null ? 999 : Integer.parseInt(digits));
        }
        return Optional.of(new EnhancedCodes(first, last));
    }
}
