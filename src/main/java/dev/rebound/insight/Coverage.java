package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which hours of which feed we hold. An hour of deliveries is <em>missing</em> when the feed shows sends in it, holds no
 * delivery event of that hour and none of its messages, and the chance that so many sends had no delivery at the feed's
 * usual rate is below one in a hundred. Quiet hours, and the last hour of a feed's data, are never called missing.
 */
public final class Coverage {
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final double UNLIKELY = 0.01;
    /** Even a feed that never failed yet may fail: below this share of failures nothing is concluded faster. */
    private static final double LEAST_FAILURE = 0.02;

    /** An hour that a file would fill. */
    public record Hole(String feed, EventKind kind, Instant from, Instant to, long sends) {}

    /** What one hour of one feed shows: sends, delivery events, and sends of the hour that were delivered any time. */
    private static final class Hour {
        long sends;
        long deliveries;
        long answered;
    }

    private final Map<Integer, Map<Long, Boolean>> missing = new HashMap<>();
    private final List<Hole> holes = new ArrayList<>();

    private Coverage() {}

    /** Reads what the events tell about their own files. */
    static Coverage of(EventTable events, MessageGroups.Messages messages) {
        Coverage coverage = new Coverage();
        Map<Integer, NavigableMap<Long, Hour>> bySource = new TreeMap<>();
        for (int m = 0; m < messages.count(); m++) {
            for (int i = messages.starts()[m]; i < messages.starts()[m + 1]; i++) {
                count(events, messages, m, messages.rows()[i], bySource);
            }
        }
        bySource.forEach((source, hours) ->
                coverage.judge(source, events.dictionaries().sources().value(source), hours));
        return coverage;
    }

    private static void count(
            EventTable events,
            MessageGroups.Messages messages,
            int m,
            int row,
            Map<Integer, NavigableMap<Long, Hour>> out) {
        EventKind kind = events.kind(row);
        if (kind != EventKind.SEND && kind != EventKind.DELIVERY) {
            return;
        }
        Hour hour = out.computeIfAbsent(events.source(row), s -> new TreeMap<>())
                .computeIfAbsent(Math.floorDiv(events.timeMillis(row), HOUR_MILLIS), h -> new Hour());
        if (kind == EventKind.DELIVERY) {
            hour.deliveries++;
            return;
        }
        hour.sends++;
        for (int i = messages.starts()[m]; i < messages.starts()[m + 1]; i++) {
            int other = messages.rows()[i];
            if (events.kind(other) == EventKind.DELIVERY && events.source(other) == events.source(row)) {
                hour.answered++;
                return;
            }
        }
    }

    private void judge(int source, String feed, NavigableMap<Long, Hour> hours) {
        long sends = hours.values().stream().mapToLong(h -> h.sends).sum();
        long answered = hours.values().stream().mapToLong(h -> h.answered).sum();
        if (sends == 0 || answered == 0) {
            return;
        }
        double failure = Math.max(LEAST_FAILURE, 1 - (double) answered / sends);
        hours.forEach((hour, seen) -> {
            boolean silent = seen.sends > 0 && seen.deliveries == 0 && seen.answered == 0;
            if (silent && hour < hours.lastKey() && Math.pow(failure, (double) seen.sends) < UNLIKELY) {
                missing.computeIfAbsent(source, s -> new HashMap<>()).put(hour, true);
                Instant from = Instant.ofEpochMilli(hour * HOUR_MILLIS);
                holes.add(new Hole(feed, EventKind.DELIVERY, from, from.plusMillis(HOUR_MILLIS), seen.sends));
            }
        });
    }

    /** Every missing hour, oldest first within its feed. */
    public List<Hole> holes() {
        return List.copyOf(holes);
    }

    /** Whether some hour between two times (both included) is missing from a source. */
    boolean isMissing(int source, long fromMillis, long toMillis) {
        Map<Long, Boolean> hours = missing.get(source);
        return hours != null
                && hours.keySet().stream()
                        .anyMatch(h -> h >= Math.floorDiv(fromMillis, HOUR_MILLIS)
                                && h <= Math.floorDiv(toMillis, HOUR_MILLIS));
    }
}
