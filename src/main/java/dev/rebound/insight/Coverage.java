package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which hours of which feed we hold, judged from what the events tell about their own files. Quiet hours, and the last
 * hour of a feed's data, are never called missing; kinds that are rare by nature (bounces, deferrals) are never expected.
 *
 * <ul>
 *   <li>An hour of deliveries is <em>missing</em> when the feed shows sends in it, holds no delivery event of that hour and
 *       for at most a tenth of its messages a later one, and the chance that so many sends had no delivery at the usual
 *       rate of the feed's other hours is below one in a hundred.
 *   <li>It is <em>partial</em> when at least a fifth of its sends have no answer of any kind, against at most a twentieth in
 *       the feed's other hours: one of several files of the hour is not here.
 *   <li>An hour of sends is missing when the feed shows deliveries in it whose sends are nowhere, and no send.
 * </ul>
 */
public final class Coverage {
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final double UNLIKELY = 0.01;
    /** Even a feed that never failed yet may fail: below this share of failures nothing is concluded faster. */
    private static final double LEAST_FAILURE = 0.02;

    private static final double PARTLY_UNANSWERED = 0.2;
    private static final double USUALLY_UNANSWERED = 0.05;
    private static final int LEAST_SENDS_OF_A_PARTIAL_HOUR = 20;

    /**
     * A time that a file would fill.
     *
     * @param feed the source
     * @param kind the kind of events that is missing
     * @param sourceWord the source's own word for that kind, as its other files have it; empty where it has none
     * @param exampleImport an import that holds other hours of this kind
     * @param messages messages of that time that lack an answer, or a send
     * @param partial whether some of the hour is here
     */
    public record Hole(
            String feed,
            EventKind kind,
            String sourceWord,
            long exampleImport,
            Instant from,
            Instant to,
            long messages,
            boolean partial) {}

    /** How well an hour is held. */
    public enum Status {
        PRESENT,
        PARTIAL,
        MISSING;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is held of one kind of events of one feed: the events of each hour that has any, and the hours with a hole. */
    public record Strip(
            String feed, EventKind kind, NavigableMap<Instant, Long> events, NavigableMap<Instant, Status> holes) {
        public Strip {
            events = Collections.unmodifiableNavigableMap(new TreeMap<>(events));
            holes = Collections.unmodifiableNavigableMap(new TreeMap<>(holes));
        }

        /** How well an hour is held; null for an hour in which nothing is held and nothing expected. */
        public @Nullable Status status(Instant hour) {
            Status hole = holes.get(hour);
            return hole != null ? hole : events.containsKey(hour) ? Status.PRESENT : null;
        }
    }

    private record Key(int source, EventKind kind) {}

    /** The hours of one kind of events of one source, and the word that the source has for the kind. */
    private static final class Held {
        final NavigableMap<Long, Long> hours = new TreeMap<>();
        String word = "";
        long exampleImport;
    }

    /** What one hour of one feed shows. */
    private static final class Hour {
        long sends;
        long deliveries;
        /** Sends of the hour that were delivered any time. */
        long answered;
        /** Sends of the hour of which the feed tells nothing else. */
        long unanswered;
        /** Deliveries of the hour whose send the feed does not have. */
        long orphans;

        /** A few late answers, after retries, may stand in the files of later hours. */
        boolean isSilent() {
            return sends > 0 && deliveries == 0 && answered * 10 <= sends;
        }
    }

    /** Hours in which an answer may be lost, by source. */
    private final Map<Integer, Set<Long>> missing = new HashMap<>();

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
            String feed = events.dictionaries().sources().value(source);
            coverage.judgeAnswers(source, feed, held.get(new Key(source, EventKind.DELIVERY)), hours);
            coverage.judgeSends(feed, held.get(new Key(source, EventKind.SEND)), hours);
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
            of.exampleImport = events.importId(row);
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
        NavigableMap<Instant, Status> open = new TreeMap<>();
        for (Hole hole : holes) {
            if (hole.kind() == key.kind() && hole.feed().equals(feed)) {
                open.put(hole.from(), hole.partial() ? Status.PARTIAL : Status.MISSING);
            }
        }
        return new Strip(feed, key.kind(), events, open);
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
            hour.orphans += tells(events, messages, m, row, EventKind.SEND) ? 0 : 1;
            return;
        }
        for (int i = messages.starts()[m]; messages.rows()[i] != row; i++) {
            int earlier = messages.rows()[i];
            if (events.kind(earlier) == EventKind.SEND && events.source(earlier) == events.source(row)) {
                return;
            }
        }
        hour.sends++;
        hour.answered += tells(events, messages, m, row, EventKind.DELIVERY) ? 1 : 0;
        hour.unanswered += tells(events, messages, m, row, null) ? 0 : 1;
    }

    /** Whether the source of an event tells an event of this kind of the same message; null asks for any but a send. */
    private static boolean tells(
            EventTable events, MessageGroups.Messages messages, int m, int row, @Nullable EventKind kind) {
        for (int i = messages.starts()[m]; i < messages.starts()[m + 1]; i++) {
            int other = messages.rows()[i];
            EventKind told = events.kind(other);
            if (events.source(other) == events.source(row) && (kind == null ? told != EventKind.SEND : told == kind)) {
                return true;
            }
        }
        return false;
    }

    private void judgeAnswers(int source, String feed, @Nullable Held held, NavigableMap<Long, Hour> hours) {
        // The usual rates are those of the hours that answer at all: a missing file says nothing about failures.
        Hour usual = new Hour();
        for (Hour hour : hours.values()) {
            if (!hour.isSilent()) {
                usual.sends += hour.sends;
                usual.answered += hour.answered;
                usual.unanswered += hour.unanswered;
            }
        }
        if (held == null || usual.sends == 0 || usual.answered == 0) {
            return;
        }
        double failure = Math.max(LEAST_FAILURE, 1 - (double) usual.answered / usual.sends);
        hours.headMap(hours.lastKey(), false).forEach((hour, seen) -> {
            boolean silent = seen.isSilent() && Math.pow(failure, (double) seen.sends) < UNLIKELY;
            if (silent || isPartial(seen, usual)) {
                missing.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                holes.add(hole(feed, EventKind.DELIVERY, held, hour, silent ? seen.sends : seen.unanswered, !silent));
            }
        });
    }

    private static boolean isPartial(Hour seen, Hour usual) {
        long otherSends = usual.sends - seen.sends;
        return !seen.isSilent()
                && seen.sends >= LEAST_SENDS_OF_A_PARTIAL_HOUR
                && seen.unanswered >= PARTLY_UNANSWERED * seen.sends
                && otherSends > 0
                && usual.unanswered - seen.unanswered <= USUALLY_UNANSWERED * otherSends;
    }

    private void judgeSends(String feed, @Nullable Held held, NavigableMap<Long, Hour> hours) {
        long deliveries = 0;
        long orphans = 0;
        for (Hour hour : hours.values()) {
            if (hour.sends > 0) {
                deliveries += hour.deliveries;
                orphans += hour.orphans;
            }
        }
        if (held == null || deliveries == 0) {
            return;
        }
        double usual = Math.max(LEAST_FAILURE, (double) orphans / deliveries);
        hours.forEach((hour, seen) -> {
            if (seen.sends == 0 && seen.orphans > 0 && Math.pow(usual, (double) seen.orphans) < UNLIKELY) {
                holes.add(hole(feed, EventKind.SEND, held, hour, seen.orphans, false));
            }
        });
    }

    private static Hole hole(String feed, EventKind kind, Held held, long hour, long messages, boolean partial) {
        Instant from = Instant.ofEpochMilli(hour * HOUR_MILLIS);
        return new Hole(
                feed, kind, held.word, held.exampleImport, from, from.plusMillis(HOUR_MILLIS), messages, partial);
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
            if (last != null
                    && last.feed().equals(hole.feed())
                    && last.kind() == hole.kind()
                    && last.to().equals(hole.from())) {
                out.removeLast();
                out.add(new Hole(
                        last.feed(),
                        last.kind(),
                        last.sourceWord(),
                        last.exampleImport(),
                        last.from(),
                        hole.to(),
                        last.messages() + hole.messages(),
                        last.partial() && hole.partial()));
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
        Set<Long> hours = missing.get(source);
        return hours != null
                && hours.stream()
                        .anyMatch(h -> h >= Math.floorDiv(fromMillis, HOUR_MILLIS)
                                && h <= Math.floorDiv(toMillis, HOUR_MILLIS));
    }
}
