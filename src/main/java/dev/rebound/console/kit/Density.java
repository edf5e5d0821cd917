package dev.rebound.console.kit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much room a row takes. */
public enum Density {
    COMPACT(28),
    NORMAL(36),
    ROOMY(42);

    private final int rowPixels;

    Density(int rowPixels) {
        this.rowPixels = rowPixels;
    }

    /** A row's height at the usual text size. */
    int rowPixels() {
        return rowPixels;
    }

    /** The word that is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The density of a stored word; compact where there is none. */
    public static Density of(@Nullable String word) {
        for (Density d : values()) {
            if (d.code().equals(word)) {
                return d;
            }
        }
        return COMPACT;
    }
}
