package dev.rebound.insight;

import dev.rebound.filter.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what the gap is broken down. */
public enum GapBy {
    CAMPAIGN(Field.CAMPAIGN),
    PROVIDER(Field.PROVIDER),
    DOMAIN(Field.DOMAIN),
    ESP(Field.ESP),
    /** Day of the send, in the zone asked for: so that a day never shows more deliveries than sends. */
    DAY(null),
    /** Hour of the send; the key is its first moment. */
    HOUR(null),
    VARIANT(Field.VARIANT),
    STEP(Field.STEP);

    private final @Nullable Field field;

    GapBy(@Nullable Field field) {
        this.field = field;
    }

    /** The field whose values make the groups; null for days and hours. */
    public @Nullable Field field() {
        return field;
    }

    /** The grouping of a word of the command line. */
    public static Optional<GapBy> named(String word) {
        for (GapBy by : values()) {
            if (by.name().equalsIgnoreCase(word)) {
                return Optional.of(by);
            }
        }
        return Optional.empty();
    }

    /** The word of the command line. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
