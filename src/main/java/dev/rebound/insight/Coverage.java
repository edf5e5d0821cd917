package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import dev.rebound.insight.CoverageCounts.Hour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
 * by kind and hour ({@link HourFolders}). Quiet hours are never called missing, nor a last hour of a few sends; rare kinds (bounces) are expected only where messages lack their end.
 *
 * <ul>
 *   <li>An hour of deliveries is <em>missing</em> when the feed shows sends in it, holds no delivery event of that hour and
 *       for at most a tenth of its messages a later one, and the chance that so many sends had no delivery at the usual
 *       rate of the feed's other hours is below one in a hundred.
 *   <li>Where the feed shows sends and never a delivery, every hour with sends that no feed answers is missing.
 *   <li>It is <em>partial</em> when at least a fifth of its sends have no answer of any kind, against at most a twentieth in
 *       the feed's other hours: one of several files of the hour is not here.
 *   <li>An hour of bounces is missing when the feed has none in it, and more of its sends lack any answer than chance allows
 *       at the rate of the feed's other hours; or, for soft bounces, which come with the retries and not with the sends, when
 *       the hours before and after are full of them and about as many retried messages have no end.
 *   <li>An hour of sends is missing when the feed shows deliveries in it whose sends are nowhere, and no send; or when it
 *       is a platform's and sending services accepted messages in it of which the platform tells nothing at all, where in
 *       other hours it tells of nearly all.
 *   <li>What the platform and its services tell of the same messages shows the rest ({@link EchoHoles}).
 * </ul>
 */
public final class Coverage {
    private static final long HOUR_MILLIS = CoverageCounts.HOUR_MILLIS;
    private static final double UNLIKELY = 0.01;
    /** Even a feed that never failed yet may fail: below this share of failures nothing is concluded faster. */
    private static final double LEAST_FAILURE = 0.02;

    private static final double PARTLY_UNANSWERED = 0.2;
    private static final double USUALLY_UNANSWERED = 0.05;
    private static final int LEAST_SENDS_OF_A_PARTIAL_HOUR = 20;
    /** An export may end within its last hour; that many sends without one delivery are more than its end. */
    private static final int LEAST_SENDS_OF_THE_LAST_HOUR = 10;

    /** Even a feed that never lost a message may lose one: a single one proves nothing. */
    private static final double LEAST_LOSS = 0.002;

    private static final int LEAST_LOST = 2;
    private static final int FULL_OF_SOFT_BOUNCES = 5;
    private static final int LONGEST_RETRY_HOURS = 72;
    /** The word of most feeds for a kind of which no event is here. */
    private static final String DELIVERIES = "Delivery";

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

    record Key(int source, EventKind kind) {}

    /** The hours of one kind of events of one source, and the word that the source has for the kind. */
    static final class Held {
        final NavigableMap<Long, Long> hours = new TreeMap<>();
        String word = "";
        long exampleImport;
    }

    /** Hours in which an answer may be lost, by source. */
    private final Map<Integer, Set<Long>> missing = new HashMap<>();

    /** Hours of which a platform's source lacks everything, by source. */
    private final Map<Integer, Set<Long>> unheard = new HashMap<>();

    /** Hours in which a source tells of deliveries. */
    private final Map<Integer, Set<Long>> answering = new HashMap<>();

    /** The last hour of which a source tells anything. */
    private final Map<Integer, Long> lastHour = new HashMap<>();

    private final List<Hole> holes = new ArrayList<>();
    private final List<Strip> strips = new ArrayList<>();

    private final boolean[] platforms;

    private Coverage(boolean[] platforms) {
        this.platforms = platforms;
    }

    /** Whether a source is a platform, which tells of its own sends. */
    boolean isPlatform(int source) {
        return platforms[source];
    }

    /** Reads what the events tell about their own files. */
    static Coverage of(EventTable events, CoverageCounts counts, HourFolders folders) {
        Coverage coverage = new Coverage(counts.platforms());
        Map<Integer, NavigableMap<Long, Hour>> bySource = counts.hours();
        Map<Key, Held> held = counts.held(events);
        // A file that is here and holds nothing is no hole.
        held.values().forEach(of -> folders.hours(of.word).forEach(hour -> of.hours.putIfAbsent(hour, 0L)));
        held.forEach((key, of) -> coverage.lastHour.merge(key.source(), of.hours.lastKey(), Math::max));
        bySource.forEach((source, hours) -> {
            String feed = events.dictionaries().sources().value(source);
            hours.forEach((hour, seen) -> {
                if (seen.deliveries > 0) {
                    coverage.answering
                            .computeIfAbsent(source, s -> new HashSet<>())
                            .add(hour);
                }
            });
            coverage.judgeStrangers(source, feed, held, hours);
            Held deliveries = held.get(new Key(source, EventKind.DELIVERY));
            Held sends = held.get(new Key(source, EventKind.SEND));
            if (deliveries == null && sends != null) {
                coverage.judgeUndelivered(source, feed, sends, hours, folders.hours(DELIVERIES));
            }
            coverage.judgeAnswers(source, feed, deliveries, hours);
            coverage.judgeBounces(source, feed, held, hours);
            coverage.judgeSoftBounces(source, feed, held.get(new Key(source, EventKind.SOFT_BOUNCE)), hours);
            coverage.judgeSends(feed, sends, hours);
        });
        for (int source = 0; source < coverage.platforms.length; source++) {
            String feed = events.dictionaries().sources().value(source);
            coverage.judgeEchoes(source, feed, held, counts.echoes().of(source));
            coverage.judgeServices(events, counts.echoes().of(source));
        }
        held.forEach((key, of) -> coverage.strips.add(
                coverage.strip(key, events.dictionaries().sources().value(key.source()), of.hours)));
        coverage.addEmptyStrips();
        coverage.strips.sort(Comparator.comparing(Strip::feed).thenComparing(Strip::kind));
        return coverage;
    }

    /** What is not held at all has no strip of its own yet. */
    private void addEmptyStrips() {
        for (Hole hole : holes) {
            if (strips.stream().noneMatch(s -> s.feed().equals(hole.feed()) && s.kind() == hole.kind())) {
                strips.add(new Strip(hole.feed(), hole.kind(), new TreeMap<>(), open(hole.feed(), hole.kind())));
            }
        }
    }

    private Strip strip(Key key, String feed, NavigableMap<Long, Long> hours) {
        NavigableMap<Instant, Long> events = new TreeMap<>();
        hours.forEach((hour, n) -> events.put(Instant.ofEpochMilli(hour * HOUR_MILLIS), n));
        return new Strip(feed, key.kind(), events, open(feed, key.kind()));
    }

    /** The hours of a feed's kind that are not here, or not whole. */
    private NavigableMap<Instant, Status> open(String feed, EventKind kind) {
        NavigableMap<Instant, Status> open = new TreeMap<>();
        for (Hole hole : holes) {
            if (hole.kind() == kind && hole.feed().equals(feed)) {
                for (Instant hour = hole.from(); hour.isBefore(hole.to()); hour = hour.plusMillis(HOUR_MILLIS)) {
                    open.put(hour, hole.partial() ? Status.PARTIAL : Status.MISSING);
                }
            }
        }
        return open;
    }

    /** Hours of which a platform tells nothing, though sending services carried out its mail before and after them. */
    private void judgeStrangers(int source, String feed, Map<Key, Held> held, NavigableMap<Long, Hour> hours) {
        Held sends = held.get(new Key(source, EventKind.SEND));
        Held deliveries = held.get(new Key(source, EventKind.DELIVERY));
        if (sends == null || deliveries == null) {
            return;
        }
        long shared = 0;
        long strangers = 0;
        for (Hour hour : hours.values()) {
            shared += hour.isUnknownToThePlatform() ? 0 : hour.shared;
            strangers += hour.isUnknownToThePlatform() ? 0 : hour.strangers;
        }
        if (shared == 0) {
            return;
        }
        double usual = Math.max(LEAST_FAILURE, (double) strangers / (shared + strangers));
        hours.forEach((hour, seen) -> {
            boolean within = hour >= sends.hours.firstKey() && hour <= sends.hours.lastKey();
            if (within
                    && !sends.hours.containsKey(hour)
                    && seen.isUnknownToThePlatform()
                    && Math.pow(usual, (double) seen.strangers) < UNLIKELY) {
                unheard.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                missing.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                holes.add(hole(Sign.SENDS, feed, EventKind.SEND, sends, hour, seen.strangers, -1, false));
                holes.add(hole(Sign.ANSWERS, feed, EventKind.DELIVERY, deliveries, hour, seen.strangers, -1, false));
            }
        });
    }

    /** A feed that tells of no delivery at all tells nothing against one: every hour that nobody answers lacks them. */
    private void judgeUndelivered(
            int source, String feed, Held sends, NavigableMap<Long, Hour> hours, Collection<Long> empty) {
        Held none = new Held();
        none.word = DELIVERIES;
        none.exampleImport = sends.exampleImport;
        hours.forEach((hour, seen) -> {
            if (seen.lost > 0 && !empty.contains(hour)) {
                missing.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                holes.add(hole(Sign.ANSWERS, feed, EventKind.DELIVERY, none, hour, seen.unanswered, seen.lost, false));
            }
        });
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
        hours.forEach((hour, seen) -> {
            boolean last = hour.equals(hours.lastKey());
            boolean silent = seen.isSilent()
                    && !held.hours.containsKey(hour)
                    && Math.pow(failure, (double) seen.sends) < UNLIKELY
                    && (!last || Math.min(seen.sends, usual.answered) >= LEAST_SENDS_OF_THE_LAST_HOUR);
            if (silent || (!last && isPartial(seen, usual))) {
                missing.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                holes.add(hole(
                        Sign.ANSWERS,
                        feed,
                        EventKind.DELIVERY,
                        held,
                        hour,
                        silent ? seen.sends : seen.unanswered,
                        seen.lost,
                        !silent));
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

    private boolean isMissing(int source, long hour) {
        return missing.getOrDefault(source, Set.of()).contains(hour);
    }

    /** A bounce that needs no retry stands in the hour of its send. */
    private void judgeBounces(int source, String feed, Map<Key, Held> held, NavigableMap<Long, Hour> hours) {
        long sends = 0;
        long lost = 0;
        for (Map.Entry<Long, Hour> hour : hours.entrySet()) {
            if (!isMissing(source, hour.getKey())) {
                sends += hour.getValue().sends;
                lost += hour.getValue().unanswered;
            }
        }
        for (Map.Entry<Long, Hour> entry : hours.headMap(hours.lastKey(), false).entrySet()) {
            Hour seen = entry.getValue();
            long otherSends = sends - seen.sends;
            if (seen.unanswered >= LEAST_LOST && otherSends > 0 && !isMissing(source, entry.getKey())) {
                double usual = Math.max(LEAST_LOSS, (double) (lost - seen.unanswered) / otherSends);
                Key kind = silentFailures(source, held, entry.getKey());
                Held of = kind == null ? null : held.get(kind);
                if (kind != null && of != null && chanceOfSoMany(seen.unanswered, usual * seen.sends) < UNLIKELY) {
                    missing.computeIfAbsent(source, s -> new HashSet<>()).add(entry.getKey());
                    holes.add(hole(
                            Sign.ANSWERS, feed, kind.kind(), of, entry.getKey(), seen.unanswered, seen.lost, false));
                }
            }
        }
    }

    /**
     * The kind of failures that a source tells in other hours and not in this one. What the source files under one word
     * comes in one file, so one event of that word shows that the file is here.
     */
    private static @Nullable Key silentFailures(int source, Map<Key, Held> held, long hour) {
        for (EventKind kind :
                List.of(EventKind.HARD_BOUNCE, EventKind.BOUNCE, EventKind.BLOCK, EventKind.SOFT_BOUNCE)) {
            Key key = new Key(source, kind);
            Held of = held.get(key);
            if (of != null && of.hours.size() > 1) {
                boolean here = false;
                for (Map.Entry<Key, Held> other : held.entrySet()) {
                    here |= other.getKey().source() == source
                            && (other.getKey().kind() == kind
                                    || (!of.word.isEmpty()
                                            && other.getValue().word.equals(of.word)))
                            && other.getValue().hours.containsKey(hour);
                }
                if (!here) {
                    return key;
                }
            }
        }
        return null;
    }

    /** The chance of at least so many where so many are expected (Poisson). */
    private static double chanceOfSoMany(long count, double expected) {
        double term = Math.exp(-expected);
        double below = 0;
        for (long k = 0; k < count; k++) {
            below += term;
            term *= expected / (k + 1);
        }
        return 1 - below;
    }

    /** Soft bounces end retries: an hour without any between two full ones, and as many messages that never ended. */
    private void judgeSoftBounces(int source, String feed, @Nullable Held held, NavigableMap<Long, Hour> hours) {
        if (held == null || held.hours.isEmpty()) {
            return;
        }
        for (long hour = held.hours.firstKey() + 1; hour < held.hours.lastKey(); hour++) {
            long before = held.hours.getOrDefault(hour - 1, 0L);
            long after = held.hours.getOrDefault(hour + 1, 0L);
            if (!held.hours.containsKey(hour) && Math.min(before, after) >= FULL_OF_SOFT_BOUNCES) {
                long hanging = hours.subMap(hour - LONGEST_RETRY_HOURS, true, hour, true).values().stream()
                        .mapToLong(h -> h.hanging)
                        .sum();
                if (hanging * 4 >= before + after) {
                    missing.computeIfAbsent(source, s -> new HashSet<>()).add(hour);
                    holes.add(hole(Sign.ENDS, feed, EventKind.SOFT_BOUNCE, held, hour, hanging, 0, false));
                }
            }
        }
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
                holes.add(hole(Sign.SENDS, feed, EventKind.SEND, held, hour, seen.orphans, 0, false));
            }
        });
    }

    /** What its services tell of its messages and a platform does not repeat. */
    private void judgeEchoes(int source, String feed, Map<Key, Held> held, Echoes.Heard heard) {
        for (EchoHoles.Unheard unheard : EchoHoles.unheard(source, heard, held)) {
            Held of = held.get(unheard.key());
            EventKind kind = unheard.key().kind();
            Instant from = Instant.ofEpochMilli(unheard.hour() * HOUR_MILLIS);
            boolean known = holes.stream()
                    .anyMatch(h -> h.feed().equals(feed)
                            && (h.kind() == kind
                                    || (of != null
                                            && !of.word.isEmpty()
                                            && h.sourceWord().equals(of.word)))
                            && h.from().equals(from));
            if (of != null && !known) {
                if (kind == EventKind.DELIVERY || kind.isFailure()) {
                    missing.computeIfAbsent(source, s -> new HashSet<>()).add(unheard.hour());
                }
                holes.add(hole(Sign.ECHO, feed, kind, of, unheard.hour(), unheard.events(), 0, false));
            }
        }
    }

    /** The services that a platform names and that tell nothing of its messages. */
    private void judgeServices(EventTable events, Echoes.Heard heard) {
        for (EchoHoles.Silent silent : EchoHoles.silent(heard)) {
            holes.add(new Hole(
                    Sign.SERVICE,
                    events.dictionaries().texts(EventText.ESP).value(silent.service()),
                    EventKind.SEND,
                    "",
                    0,
                    Instant.ofEpochMilli(silent.firstHour() * HOUR_MILLIS),
                    Instant.ofEpochMilli((silent.lastHour() + 1) * HOUR_MILLIS),
                    silent.messages(),
                    0,
                    false));
        }
    }

    private static Hole hole(
            Sign sign,
            String feed,
            EventKind kind,
            Held held,
            long hour,
            long messages,
            long nowhere,
            boolean partial) {
        Instant from = Instant.ofEpochMilli(hour * HOUR_MILLIS);
        return new Hole(
                sign,
                feed,
                kind,
                held.word,
                held.exampleImport,
                from,
                from.plusMillis(HOUR_MILLIS),
                messages,
                nowhere,
                partial);
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
        for (Map.Entry<Integer, Set<Long>> holesOf : missing.entrySet()) {
            int source = holesOf.getKey();
            boolean concerns = sources.contains(source)
                    || unheard.getOrDefault(source, Set.of()).contains(sent);
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
        return lastHour.getOrDefault(source, Long.MIN_VALUE) >= hour && !isMissing(source, hour);
    }
}
