package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the events tell about the hours of their sources, counted. Counts can be taken back, so that after an import only
 * the messages that changed are counted anew.
 */
final class CoverageCounts {
    static final long HOUR_MILLIS = 3_600_000L;

    /** What one hour of one feed shows. */
    static final class Hour {
        /** How often anything was noted here; an hour of which nothing is left is no hour. */
        private long notes;

        long sends;
        long deliveries;
        /** Sends of the hour that were delivered any time. */
        long answered;
        /** Sends of the hour of which the feed tells nothing else. */
        long unanswered;
        /** Sends of the hour of which no feed tells anything else. */
        long lost;
        /** Messages whose last try was put off in the hour, and of which the feed tells no end. */
        long hanging;
        /** Deliveries of the hour whose send the feed does not have. */
        long orphans;
        /** Messages that a sending service accepted in the hour, and of which a platform tells nothing. */
        long strangers;
        /** Messages that a sending service accepted in the hour, and of which the platform tells. */
        long shared;

        /** A few late answers, after retries, may stand in the files of later hours. */
        boolean isSilent() {
            return sends > 0 && deliveries == 0 && answered * 10 <= sends;
        }

        /** A sending service of which the platform usually tells everything had mail here. */
        boolean isUnknownToThePlatform() {
            return sends == 0 && deliveries == 0 && strangers > 0;
        }

        private long[] numbers() {
            return new long[] {notes, sends, deliveries, answered, unanswered, lost, hanging, orphans, strangers, shared
            };
        }

        private static Hour of(long[] numbers) {
            Hour h = new Hour();
            int i = 0;
            h.notes = numbers[i++];
            h.sends = numbers[i++];
            h.deliveries = numbers[i++];
            h.answered = numbers[i++];
            h.unanswered = numbers[i++];
            h.lost = numbers[i++];
            h.hanging = numbers[i++];
            h.orphans = numbers[i++];
            h.strangers = numbers[i++];
            h.shared = numbers[i];
            return h;
        }

        private Hour copy() {
            return of(numbers());
        }

        private static Hour read(DataInput in) throws IOException {
            long[] numbers = new long[new Hour().numbers().length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readLong();
            }
            return of(numbers);
        }
    }

    /** The hours of one source; events come nearly in order, so the last hour is mostly the next one too. */
    private static final class Hours {
        final Map<Long, Hour> byHour = new HashMap<>();
        private long lastHour = Long.MIN_VALUE;
        private Hour last = new Hour();

        Hour at(long millis) {
            long hour = Math.floorDiv(millis, HOUR_MILLIS);
            if (hour != lastHour) {
                last = byHour.computeIfAbsent(hour, h -> new Hour());
                lastHour = hour;
            }
            return last;
        }
    }

    private final boolean[] platformSource;
    private final List<Hours> bySource;
    private final HeldEvents held;
    private final Echoes echoes;

    CoverageCounts(boolean[] platformSource) {
        this(platformSource, hoursOf(platformSource.length), new Echoes(platformSource), new HeldEvents());
    }

    private CoverageCounts(boolean[] platformSource, List<Hours> bySource, Echoes echoes, HeldEvents held) {
        this.platformSource = platformSource;
        this.bySource = bySource;
        this.echoes = echoes;
        this.held = held;
    }

    private static List<Hours> hoursOf(int sources) {
        return Stream.generate(Hours::new).limit(sources).toList();
    }

    /** Everything counted. */
    static CoverageCounts of(EventTable events, MessageGroups.Messages messages, boolean[] platformSource) {
        CoverageCounts counts = new CoverageCounts(platformSource);
        for (int m = 0; m < messages.count(); m++) {
            counts.count(events, messages.starts(), messages.rows(), m, 1);
        }
        for (int row = 0; row < events.size(); row++) {
            counts.held.add(events, row);
        }
        return counts;
    }

    /** A copy of its own, for what a change leaves; the events that came or went are counted in it, the messages not. */
    CoverageCounts after(EventChange change, boolean[] platforms) {
        CoverageCounts copy =
                new CoverageCounts(platforms, hoursOf(platforms.length), echoes.copy(platforms), held.after(change));
        for (int s = 0; s < bySource.size(); s++) {
            Hours to = copy.bySource.get(s);
            bySource.get(s).byHour.forEach((hour, h) -> to.byHour.put(hour, h.copy()));
        }
        return copy;
    }

    /** Counts one message, or with the sign -1 takes it back. */
    void count(EventTable events, int[] starts, int[] rows, int m, int sign) {
        for (int i = starts[m]; i < starts[m + 1]; i++) {
            count(events, starts, rows, m, i, sign);
        }
        countForeign(events, starts, rows, m, sign);
        echoes.count(events, rows, starts[m], starts[m + 1], sign);
    }

    private void count(EventTable events, int[] starts, int[] rows, int m, int i, int sign) {
        int row = rows[i];
        EventKind kind = events.kind(row);
        if (kind != EventKind.SEND && kind != EventKind.DELIVERY) {
            return;
        }
        Hour hour = bySource.get(events.source(row)).at(events.timeMillis(row));
        hour.notes += sign;
        if (kind == EventKind.DELIVERY) {
            hour.deliveries += sign;
            hour.orphans += tells(events, starts, rows, m, row, EventKind.SEND) ? 0 : sign;
            return;
        }
        for (int k = starts[m]; k < i; k++) {
            if (events.kind(rows[k]) == EventKind.SEND && events.source(rows[k]) == events.source(row)) {
                return;
            }
        }
        hour.sends += sign;
        hour.answered += tells(events, starts, rows, m, row, EventKind.DELIVERY) ? sign : 0;
        if (!tells(events, starts, rows, m, row, null)) {
            hour.unanswered += sign;
            hour.lost += isAnswered(events, starts, rows, m) ? 0 : sign;
        }
        countHanging(events, starts, rows, m, row, sign);
    }

    /** Whether any feed tells more of the message than that it was sent. */
    private static boolean isAnswered(EventTable events, int[] starts, int[] rows, int m) {
        for (int i = starts[m]; i < starts[m + 1]; i++) {
            if (events.kind(rows[i]) != EventKind.SEND) {
                return true;
            }
        }
        return false;
    }

    private void countHanging(EventTable events, int[] starts, int[] rows, int m, int send, int sign) {
        int last = -1;
        for (int i = starts[m]; i < starts[m + 1]; i++) {
            if (events.source(rows[i]) == events.source(send)) {
                EventKind told = events.kind(rows[i]);
                if (told == EventKind.DELIVERY || told == EventKind.DROP || told.isFailure()) {
                    return;
                }
                last = told == EventKind.DEFERRAL ? rows[i] : last;
            }
        }
        if (last >= 0) {
            Hour hour = bySource.get(events.source(send)).at(events.timeMillis(last));
            hour.notes += sign;
            hour.hanging += sign;
        }
    }

    /** What the platforms tell of a message that a sending service accepted. */
    private void countForeign(EventTable events, int[] starts, int[] rows, int m, int sign) {
        int accepted = -1;
        for (int i = starts[m]; accepted < 0 && i < starts[m + 1]; i++) {
            if (events.kind(rows[i]) == EventKind.SEND && !platformSource[events.source(rows[i])]) {
                accepted = rows[i];
            }
        }
        if (accepted < 0) {
            return;
        }
        for (int source = 0; source < platformSource.length; source++) {
            if (platformSource[source]) {
                Hour hour = bySource.get(source).at(events.timeMillis(accepted));
                hour.notes += sign;
                boolean told = false;
                for (int i = starts[m]; i < starts[m + 1]; i++) {
                    told |= events.source(rows[i]) == source;
                }
                hour.shared += told ? sign : 0;
                hour.strangers += told ? 0 : sign;
            }
        }
    }

    /** Whether the source of an event tells an event of this kind of the same message; null asks for any but a send. */
    private static boolean tells(
            EventTable events, int[] starts, int[] rows, int m, int row, @Nullable EventKind kind) {
        for (int i = starts[m]; i < starts[m + 1]; i++) {
            EventKind told = events.kind(rows[i]);
            if ((kind == null ? told != EventKind.SEND : told == kind)
                    && events.source(rows[i]) == events.source(row)) {
                return true;
            }
        }
        return false;
    }

    /** The hours of each source that has any, in order. */
    Map<Integer, NavigableMap<Long, Hour>> hours() {
        Map<Integer, NavigableMap<Long, Hour>> out = new TreeMap<>();
        for (int s = 0; s < bySource.size(); s++) {
            NavigableMap<Long, Hour> hours = new TreeMap<>();
            bySource.get(s).byHour.forEach((hour, h) -> {
                if (h.notes > 0) {
                    hours.put(hour, h);
                }
            });
            if (!hours.isEmpty()) {
                out.put(s, hours);
            }
        }
        return out;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(platformSource.length);
        for (boolean platform : platformSource) {
            out.writeBoolean(platform);
        }
        echoes.write(out);
        for (Hours hours : bySource) {
            out.writeInt(hours.byHour.size());
            for (Map.Entry<Long, Hour> e : hours.byHour.entrySet()) {
                out.writeLong(e.getKey());
                for (long number : e.getValue().numbers()) {
                    out.writeLong(number);
                }
            }
        }
        held.write(out);
    }

    static CoverageCounts read(DataInput in) throws IOException {
        boolean[] platforms = new boolean[in.readInt()];
        for (int s = 0; s < platforms.length; s++) {
            platforms[s] = in.readBoolean();
        }
        Echoes echoes = Echoes.read(in, platforms);
        List<Hours> bySource = hoursOf(platforms.length);
        for (Hours hours : bySource) {
            for (int n = in.readInt(); n > 0; n--) {
                hours.byHour.put(in.readLong(), Hour.read(in));
            }
        }
        return new CoverageCounts(platforms, bySource, echoes, HeldEvents.read(in));
    }

    /** The events held of each source and kind that has any. */
    Map<MissingHours.Key, MissingHours.Held> held(EventTable events) {
        return held.of(events);
    }

    /** What services and platforms tell of the same messages. */
    Echoes echoes() {
        return echoes;
    }

    /** Which sources are platforms. */
    boolean[] platforms() {
        return platformSource.clone();
    }
}
