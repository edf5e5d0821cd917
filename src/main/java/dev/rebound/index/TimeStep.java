package dev.rebound.index;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The width of a histogram's bars. */
public enum TimeStep {
    HOUR,
    DAY;

    /** The start of the bar that holds a time. */
    public Instant start(Instant time, ZoneId zone) {
        return this == HOUR
                ? time.truncatedTo(ChronoUnit.HOURS)
                : time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** The start of the bar after the one that starts here; a day may have 23 or 25 hours. */
    public Instant next(Instant start, ZoneId zone) {
        return this == HOUR
                ? start.plus(1, ChronoUnit.HOURS)
                : start.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
    }
}
