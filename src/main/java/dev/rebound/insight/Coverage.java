package dev.rebound.insight;

import dev.rebound.domain.EventKind;
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
 * Which hours of which feed we hold, judged from what the events tell about their own files, and from folders that are named
 * by kind and hour ({@link HourFolders}), by the rules of {@link MissingHours}.
 */
public final class Coverage {
    private static final long HOUR_MILLIS = CoverageCounts.HOUR_MILLIS;
    /** What shows that a time is missing. */
    public enum Sign {
        /** Messages without an answer, which are expected in it. */
        ANSWERS,
        /** Messages that were put off and have no end. */
        ENDS,
        /** Deliveries without a send. */
        SENDS,
        /** Events that sending services tell, and the platform not. */
        ECHO,
        /** Messages for which the platform names a sending service that tells nothing of them. */
        SERVICE
    }

    /**
     * A time that a file would fill.
     *
     * @param sign what shows it
     * @param feed the source
     * @param kind the kind of events that is missing
     * @param sourceWord the source's own word for that kind, as its other files have it; empty where it has none
     * @param exampleImport an import that holds other hours of this kind
     * @param messages how many messages or events show it: those that lack an answer of this feed, or a send, or its echo
     * @param nowhere those of them of which no feed tells an answer; below 0 where that was not counted
     * @param partial whether some of the hour is here
     */
    public record Hole(
            Sign sign,
            String feed,
            EventKind kind,
            String sourceWord,
            long exampleImport,
            Instant from,
            Instant to,
            long messages,
            long nowhere,
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

    private final MissingHours judged;

    /** Hours in which a source tells of deliveries. */
    private final Map<Integer, Set<Long>> answering = new HashMap<>();

    /** The last hour of which a source tells anything. */
    private final Map<Integer, Long> lastHour = new HashMap<>();

    private final List<Strip> strips = new ArrayList<>();

    private final boolean[] platforms;

    private Coverage(boolean[] platforms, MissingHours judged) {
        this.platforms = platforms;
        this.judged = judged;
    }

    /** Whether a source is a platform, which tells of its own sends. */
    boolean isPlatform(int source) {
        return platforms[source];
    }

    /** Reads what the events tell about their own files. */
    static Coverage of(EventTable events, CoverageCounts counts, HourFolders folders) {
        Coverage coverage = new Coverage(counts.platforms(), MissingHours.of(events, counts, folders));
        counts.hours()
                .forEach((source, hours) -> hours.forEach((hour, seen) -> {
                    if (seen.deliveries > 0) {
                        coverage.answering
                                .computeIfAbsent(source, s -> new HashSet<>())
                                .add(hour);
                    }
                }));
        coverage.judged.held.forEach((key, of) -> {
            coverage.lastHour.merge(key.source(), of.hours.lastKey(), Math::max);
            coverage.strips.add(
                    coverage.strip(key, events.dictionaries().sources().value(key.source()), of.hours));
        });
        coverage.addEmptyStrips();
        coverage.strips.sort(Comparator.comparing(Strip::feed).thenComparing(Strip::kind));
        return coverage;
    }

    /** What is not held at all has no strip of its own yet. */
    private void addEmptyStrips() {
        for (Hole hole : judged.holes) {
            if (strips.stream().noneMatch(s -> s.feed().equals(hole.feed()) && s.kind() == hole.kind())) {
                strips.add(new Strip(hole.feed(), hole.kind(), new TreeMap<>(), open(hole.feed(), hole.kind())));
            }
        }
    }

    private Strip strip(MissingHours.Key key, String feed, NavigableMap<Long, Long> hours) {
        NavigableMap<Instant, Long> events = new TreeMap<>();
        hours.forEach((hour, n) -> events.put(Instant.ofEpochMilli(hour * HOUR_MILLIS), n));
        return new Strip(feed, key.kind(), events, open(feed, key.kind()));
    }

    /** The hours of a feed's kind that are not here, or not whole. */
    private NavigableMap<Instant, Status> open(String feed, EventKind kind) {
        NavigableMap<Instant, Status> open = new TreeMap<>();
        for (Hole hole : judged.holes) {
            if (hole.kind() == kind && hole.feed().equals(feed)) {
                for (Instant hour = hole.from(); hour.isBefore(hole.to()); hour = hour.plusMillis(HOUR_MILLIS)) {
                    open.put(hour, hole.partial() ? Status.PARTIAL : Status.MISSING);
                }
            }
        }
        return open;
    }

    /** Every missing hour, oldest first within its feed. */
    public List<Hole> holes() {
        return List.copyOf(judged.holes);
    }

    /** The missing hours, those that follow each other taken as one: what to ask for. */
    public List<Hole> requests() {
        List<Hole> out = new ArrayList<>();
        for (Hole hole : judged.holes) {
            Hole last = out.isEmpty() ? null : out.getLast();
            if (last != null
                    && last.feed().equals(hole.feed())
                    && last.kind() == hole.kind()
                    && last.sign() == hole.sign()
                    && last.to().equals(hole.from())) {
                out.removeLast();
                out.add(new Hole(
                        last.sign(),
                        last.feed(),
                        last.kind(),
                        last.sourceWord(),
                        last.exampleImport(),
                        last.from(),
                        hole.to(),
                        last.messages() + hole.messages(),
                        last.nowhere() + hole.nowhere(),
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

    /**
     * Whether the answer to a message may stand in an hour that is missing: one of its sources lacks an hour between two
     * times (both included), and no other of its sources tells of deliveries in that hour. A platform that tells nothing
     * of the message is one of its sources too where it lacks the whole hour of the send.
     *
     * @param trying the message's sources that tell of tries which were put off: a sending service that still tells things
     *     after the missing hour would have told the answer too
     */
    boolean mayHoldTheAnswer(
            Set<Integer> sources, Set<Integer> trying, long sentMillis, long fromMillis, long toMillis) {
        long sent = Math.floorDiv(sentMillis, HOUR_MILLIS);
        for (Map.Entry<Integer, Set<Long>> holesOf : judged.missing.entrySet()) {
            int source = holesOf.getKey();
            boolean concerns = sources.contains(source)
                    || judged.unheard.getOrDefault(source, Set.of()).contains(sent);
            if (concerns) {
                for (long hour : holesOf.getValue()) {
                    boolean expected = hour >= Math.floorDiv(fromMillis, HOUR_MILLIS)
                            && hour <= Math.floorDiv(toMillis, HOUR_MILLIS);
                    if (expected
                            && trying.stream().noneMatch(s -> s != source && !platforms[s] && reaches(s, hour))
                            && sources.stream()
                                    .noneMatch(s -> s != source
                                            && answering
                                                    .getOrDefault(s, Set.of())
                                                    .contains(hour))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a source tells of this hour or a later one, and does not lack it. */
    private boolean reaches(int source, long hour) {
        return lastHour.getOrDefault(source, Long.MIN_VALUE) >= hour && !judged.isMissing(source, hour);
    }
}
