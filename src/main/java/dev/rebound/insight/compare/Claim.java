package dev.rebound.insight.compare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure that somebody claims.
 *
 * @param claimant who says so, e.g. {@code Braze}; empty when typed by hand
 * @param day of the dashboard's calendar, for a figure of one day; null for a total
 * @param from first day that the figure covers; null where it names no days and means the whole campaign
 * @param to last day that the figure covers
 */
public record Claim(
        String claimant,
        Figure figure,
        @Nullable LocalDate day,
        long value,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** A figure of one day, or of the whole campaign where the day is null. */
    public Claim(String claimant, Figure figure, @Nullable LocalDate day, long value) {
        this(claimant, figure, day, value, day, day);
    }

    /** The total of a statistic that covers these days. */
    public static Claim total(String claimant, Figure figure, LocalDate from, LocalDate to, long value) {
        return new Claim(claimant, figure, null, value, from, to);
    }
}
