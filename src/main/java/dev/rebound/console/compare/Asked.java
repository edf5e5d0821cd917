package dev.rebound.console.compare;

import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A figure that can be typed.
 *
 * @param day of the dashboard's calendar; null for the whole campaign
 */
record Asked(Figure figure, @Nullable LocalDate day) implements Comparable<Asked> {
    private static final Comparator<Asked> ORDER = Comparator.comparing(Asked::figure)
            .thenComparing(Asked::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A figure of the whole campaign. */
    static Asked whole(Figure figure) {
        return new Asked(figure, null);
    }

    /** What a typed claim was asked as. */
    static Asked of(Claim claim) {
        return new Asked(claim.figure(), claim.day());
    }

    /** The claim of a value. */
    Claim claiming(long value) {
        return new Claim("", figure, day, value);
    }

    /** The end of the ids of its nodes. */
    String id() {
        return day == null ? figure.code() : figure.code() + "-" + day;
    }

    @Override
    public int compareTo(Asked other) {
        return ORDER.compare(this, other);
    }
}
