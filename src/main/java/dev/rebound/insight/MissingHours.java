package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import dev.rebound.insight.Coverage.Hole;
import dev.rebound.insight.Coverage.Sign;
import dev.rebound.insight.CoverageCounts.Hour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an hour is missing. Quiet hours are never called missing, nor a last hour of a few sends; rare kinds
 * (bounces) are expected only where messages lack their end.
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
final class MissingHours {
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

    record Key(int source, EventKind kind) {}

    /** The hours of one kind of events of one source, and the word that the source has for the kind. */
    static final class Held {
        final NavigableMap<Long, Long> hours = new TreeMap<>();
        String word = "";
        long exampleImport;
    }

    /** Hours in which an answer may be lost, by source. */
    final Map<Integer, Set<Long>> missing = new HashMap<>();

    /** Hours of which a platform's source lacks everything, by source. */
    final Map<Integer, Set<Long>> unheard = new HashMap<>();

    final List<Hole> holes = new ArrayList<>();

    /** What is held, by source and kind; an hour of an empty file is held, with no event. */
    final Map<Key, Held> held;

    private MissingHours(Map<Key, Held> held) {
        this.held = held;
    }

    /** Judges all hours of all sources. */
    static MissingHours of(EventTable events, CoverageCounts counts, HourFolders folders) {
        MissingHours judged = new MissingHours(counts.held(events));
        // A file that is here and holds nothing is no hole.
        judged.held.values().forEach(of -> folders.hours(of.word).forEach(hour -> of.hours.putIfAbsent(hour, 0L)));
        counts.hours()
                .forEach((source, hours) ->
                        judged.judge(source, events.dictionaries().sources().value(source), hours, folders));
        for (int source = 0; source < counts.platforms().length; source++) {
            judged.judgeEchoes(
                    source,
                    events.dictionaries().sources().value(source),
                    counts.echoes().of(source));
            judged.judgeServices(events, counts.echoes().of(source));
        }
        return judged;
    }

    private void judge(int source, String feed, NavigableMap<Long, Hour> hours, HourFolders folders) {
        Held sends = held.get(new Key(source, EventKind.SEND));
        Held deliveries = held.get(new Key(source, EventKind.DELIVERY));
        judgeStrangers(source, feed, sends, deliveries, hours);
        if (deliveries == null && sends != null) {
            judgeUndelivered(source, feed, sends, hours, folders.hours(DELIVERIES));
        }
        judgeAnswers(source, feed, deliveries, hours);
        judgeBounces(source, feed, hours);
        judgeSoftBounces(source, feed, held.get(new Key(source, EventKind.SOFT_BOUNCE)), hours);
        judgeSends(feed, sends, hours);
    }

    /** Hours of which a platform tells nothing, though sending services carried out its mail before and after them. */
    private void judgeStrangers(
            int source, String feed, @Nullable Held sends, @Nullable Held deliveries, NavigableMap<Long, Hour> hours) {
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

    boolean isMissing(int source, long hour) {
        return missing.getOrDefault(source, Set.of()).contains(hour);
    }

    /** A bounce that needs no retry stands in the hour of its send. */
    private void judgeBounces(int source, String feed, NavigableMap<Long, Hour> hours) {
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
                Key kind = silentFailures(source, entry.getKey());
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
    private @Nullable Key silentFailures(int source, long hour) {
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
    private void judgeEchoes(int source, String feed, Echoes.Heard heard) {
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
}
