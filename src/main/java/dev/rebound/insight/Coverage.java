package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which hours of which feed we hold. An hour of deliveries is <em>missing</em> when the feed shows sends in it, holds no
 * delivery event of that hour and for at most a tenth of its messages a later one, and the chance that so many sends had
 * no delivery at the usual rate of the feed's other hours is below one in a hundred. Quiet hours, and the last hour of a feed's data, are never called missing.
 */
public final class Coverage {
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final double UNLIKELY = 0.01;
    /** Even a feed that never failed yet may fail: below this share of failures nothing is concluded faster. */
    private static final double LEAST_FAILURE = 0.02;

    /**
     * A time that a file would fill.
     *
     * @param feed the source
     * @param kind the kind of events that is missing
     * @param sourceWord the source's own word for that kind, as its other files have it; empty where it has none
     * @param sends sends of that time that have no answer
     */
    public record Hole(String feed, EventKind kind, String sourceWord, Instant from, Instant to, long sends) {}

    /** What is held of one kind of events of one feed: the events of each hour that has any, and the missing hours. */
    public record Strip(String feed, EventKind kind, NavigableMap<Instant, Long> events, List<Instant> missing) {
        public Strip {
            events = Collections.unmodifiableNavigableMap(new TreeMap<>(events));
            missing = List.copyOf(missing);
        }
    }

    private record Key(int source, EventKind kind) {}

    /** The hours of one kind of events of one source, and the word that the source has for the kind. */
    private static final class Held {
        final NavigableMap<Long, Long> hours = new TreeMap<>();
        String word = "";
    }

    /** What one hour of one feed shows: sends, delivery events, and sends of the hour that were delivered any time. */
    private static final class Hour {
        long sends;
        long deliveries;
        long answered;

        /** A few late answers, after retries, may stand in the files of later hours. */
        boolean isSilent() {
            return sends > 0 && deliveries == 0 && answered * 10 <= sends;
        }
    }

    private final Map<Integer, Map<Long, Boolean>> missing = new HashMap<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Strip> strips = new ArrayList<>();

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
        Map<Key, Held> held = held(events);
        bySource.forEach((source, hours) -> {
            Held deliveries = held.getOrDefault(new Key(source, EventKind.DELIVERY), new Held());
            coverage.judge(source, events.dictionaries().sources().value(source), deliveries.word, hours);
        });
        held.forEach((key, of) -> coverage.strips.add(
                coverage.strip(key, events.dictionaries().sources().value(key.source()), of.hours)));
        coverage.strips.sort(Comparator.comparing(Strip::feed).thenComparing(Strip::kind));
        return coverage;
    }

    private static Map<Key, Held> held(EventTable events) {
        Map<Key, Held> held = new HashMap<>();
        for (int row = 0; row < events.size(); row++) {
            Held of = held.computeIfAbsent(new Key(events.source(row), events.kind(row)), k -> new Held());
            of.hours.merge(Math.floorDiv(events.timeMillis(row), HOUR_MILLIS), 1L, Long::sum);
            if (of.word.isEmpty()) {
                String word = events.textValue(EventText.RAW_KIND, row);
                of.word = word == null ? "" : word;
            }
        }
        return held;
    }

    private Strip strip(Key key, String feed, NavigableMap<Long, Long> hours) {
        NavigableMap<Instant, Long> events = new TreeMap<>();
        hours.forEach((hour, n) -> events.put(Instant.ofEpochMilli(hour * HOUR_MILLIS), n));
        List<Instant> gaps = key.kind() != EventKind.DELIVERY
                ? List.of()
                : missing.getOrDefault(key.source(), Map.of()).keySet().stream()
                        .sorted()
                        .map(hour -> Instant.ofEpochMilli(hour * HOUR_MILLIS))
                        .toList();
        return new Strip(feed, key.kind(), events, gaps);
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
        for (int i = messages.starts()[m]; messages.rows()[i] != row; i++) {
            int earlier = messages.rows()[i];
            if (events.kind(earlier) == EventKind.SEND && events.source(earlier) == events.source(row)) {
                return;
            }
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

    private void judge(int source, String feed, String word, NavigableMap<Long, Hour> hours) {
        // The usual rate is that of the hours that answer at all: a missing file says nothing about failures.
        long sends = 0;
        long answered = 0;
        for (Hour hour : hours.values()) {
            if (!hour.isSilent()) {
                sends += hour.sends;
                answered += hour.answered;
            }
        }
        if (sends == 0 || answered == 0) {
            return;
        }
        double failure = Math.max(LEAST_FAILURE, 1 - (double) answered / sends);
        hours.forEach((hour, seen) -> {
            if (seen.isSilent() && hour < hours.lastKey() && Math.pow(failure, (double) seen.sends) < UNLIKELY) {
                missing.computeIfAbsent(source, s -> new HashMap<>()).put(hour, true);
                Instant from = Instant.ofEpochMilli(hour * HOUR_MILLIS);
                holes.add(new Hole(feed, EventKind.DELIVERY, word, from, from.plusMillis(HOUR_MILLIS), seen.sends));
            }
        });
    }

    /** Every missing hour, oldest first within its feed. */
    public List<Hole> holes() {
        return List.copyOf(holes);
    }

    /** The missing hours, those that follow each other taken as one: what to ask for. */
    public List<Hole> requests() {
        List<Hole> out = new ArrayList<>();
        for (Hole hole : holes) {
            Hole last = out.isEmpty() ? null : out.getLast();
            if (last != null && last.feed().equals(hole.feed()) && last.to().equals(hole.from())) {
                long sends = last.sends() + hole.sends();
                out.removeLast();
                out.add(new Hole(last.feed(), last.kind(), last.sourceWord(), last.from(), hole.to(), sends));
            } else {
                out.add(hole);
            }
        }
        return out;
    }

    /** What is held, by feed and kind of events. */
    public List<Strip> strips() {
        return List.copyOf(strips);
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
