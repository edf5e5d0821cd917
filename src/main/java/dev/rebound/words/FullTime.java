package dev.rebound.words;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * A day with its time to the second and the offset, as whatever leaves the window must have it. Where there is no offset
 * it is called UTC: nobody writes {@code +00:00} to a customer.
 */
public final class FullTime {
    private FullTime() {}

    /** {@code 14 March 2026 08:01:07 +01:00}; a zone must be set. */
    public static DateTimeFormatter of(Locale locale) {
        return with("d MMMM uuuu HH:mm:ss ", locale);
    }

    /** The same as it is read in a sentence: {@code 14 March 2026 at 08:01:07 +01:00}. */
    public static DateTimeFormatter inSentence(Locale locale) {
        String at = Language.of(locale.getLanguage()) == Language.FRENCH ? "'à'" : "'at'";
        return with("d MMMM uuuu " + at + " HH:mm:ss ", locale);
    }

    private static DateTimeFormatter with(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .appendOffset("+HH:MM", "UTC")
                .toFormatter(locale);
    }
}
