package dev.rebound.words;

import java.text.NumberFormat;
import java.util.Locale;

/** Shares as a language writes them; French sets a space that does not break before the sign. Not safe for threads. */
public final class Percent {
    private final NumberFormat number;
    private final String sign;

    private Percent(Locale locale, int least, int most) {
        number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(least);
        number.setMaximumFractionDigits(most);
        sign = locale.getLanguage().equals("fr") ? "\u00a0%" : " %";
    }

    /** Always with so many decimals, e.g. {@code 9.20 %}. */
    public static Percent exact(Locale locale, int decimals) {
        return new Percent(locale, decimals, decimals);
    }

    /** With at most so many decimals, e.g. {@code 9.2 %}. */
    public static Percent upTo(Locale locale, int decimals) {
        return new Percent(locale, 0, decimals);
    }

    /** A share of one: 0.5 is fifty per cent. */
    public String of(double share) {
        return number.format(100 * share) + sign;
    }
}
