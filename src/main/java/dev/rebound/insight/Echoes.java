package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sending services and a platform tell of the same messages, hour by hour: a platform hears from its services, so what
 * they told and it did not repeat is lost between them or in a file that is not here; and a service that the platform names,
 * but that tells nothing itself, has a file that is not here. Counts can be taken back.
 */
final class Echoes {
    private static final EventKind[] KINDS = EventKind.values();

    /** How often something was found on both sides, and how often on one alone. */
    static final class Pair {
        long both;
        long alone;

        private void add(boolean found, int sign) {
            both += found ? sign : 0;
            alone += found ? 0 : sign;
        }

        private Pair copy() {
            Pair p = new Pair();
            p.both = both;
            p.alone = alone;
            return p;
        }
    }

    /** What concerns one platform. */
    static final class Heard {
        /** By kind of the service's events and their hour: whether the platform tells the like of the message in that hour. */
        final Map<EventKind, Map<Long, Pair>> byKind = new TreeMap<>();
        /** By kind of the service's event: how often the platform's was of which kind. */
        final Map<EventKind, long[]> as = new TreeMap<>();
        /** By code of the service that the platform names, and hour of the message: whether a service tells of it. */
        final Map<Integer, Map<Long, Pair>> byService = new TreeMap<>();

        private Heard copy() {
            Heard h = new Heard();
            byKind.forEach((k, hours) -> h.byKind.put(k, copy(hours)));
            as.forEach((k, n) -> h.as.put(k, n.clone()));
            byService.forEach((s, hours) -> h.byService.put(s, copy(hours)));
            return h;
        }

        private static Map<Long, Pair> copy(Map<Long, Pair> hours) {
            Map<Long, Pair> out = new TreeMap<>();
            hours.forEach((hour, pair) -> out.put(hour, pair.copy()));
            return out;
        }
    }

    private final boolean[] platformSource;
    private final List<Heard> bySource = new ArrayList<>();

    /** @param platformSource which sources are platforms, by their code */
    Echoes(boolean[] platformSource) {
        this.platformSource = platformSource;
        while (bySource.size() < platformSource.length) {
            bySource.add(new Heard());
        }
    }

    /** A copy of its own, which knows later sources too. */
    Echoes copy(boolean[] platforms) {
        Echoes copy = new Echoes(platforms);
        for (int s = 0; s < bySource.size(); s++) {
            copy.bySource.set(s, bySource.get(s).copy());
        }
        return copy;
    }

    /** What concerns the platform of a source; empty for other sources. */
    Heard of(int source) {
        return bySource.get(source);
    }

    /** Counts one message, whose events are those from one place of the rows to before another; with the sign -1 takes it back. */
    void count(EventTable events, int[] rows, int from, int to, int sign) {
        boolean service = false;
        for (int i = from; !service && i < to; i++) {
            service = !platformSource[events.source(rows[i])];
        }
        int lastPlatform = -1;
        for (int i = from; i < to; i++) {
            int source = events.source(rows[i]);
            if (platformSource[source] && source != lastPlatform && isFirst(events, rows, from, i)) {
                lastPlatform = source;
                countService(events, rows, from, to, source, service, sign);
                if (service) {
                    countEchoes(events, rows, from, to, source, sign);
                }
            }
        }
    }

    private static boolean isFirst(EventTable events, int[] rows, int from, int i) {
        for (int k = from; k < i; k++) {
            if (events.source(rows[k]) == events.source(rows[i])) {
                return false;
            }
        }
        return true;
    }

    private void countService(EventTable events, int[] rows, int from, int to, int platform, boolean told, int sign) {
        int first = -1;
        for (int i = from; i < to; i++) {
            if (events.source(rows[i]) == platform) {
                first = first < 0 ? rows[i] : first;
                int service = events.text(EventText.ESP, rows[i]);
                if (service >= 0) {
                    bySource.get(platform)
                            .byService
                            .computeIfAbsent(service, s -> new TreeMap<>())
                            .computeIfAbsent(hour(events, first), h -> new Pair())
                            .add(told, sign);
                    return;
                }
            }
        }
    }

    private void countEchoes(EventTable events, int[] rows, int from, int to, int platform, int sign) {
        Heard heard = bySource.get(platform);
        for (int i = from; i < to; i++) {
            if (!platformSource[events.source(rows[i])]) {
                EventKind kind = events.kind(rows[i]);
                long hour = hour(events, rows[i]);
                EventKind echo = echo(events, rows, from, to, platform, kind, hour);
                heard.byKind
                        .computeIfAbsent(kind, k -> new TreeMap<>())
                        .computeIfAbsent(hour, h -> new Pair())
                        .add(echo != null, sign);
                if (echo != null) {
                    heard.as.computeIfAbsent(kind, k -> new long[KINDS.length])[echo.ordinal()] += sign;
                }
            }
        }
    }

    /** The kind by which the platform tells the like of the message in that hour; null where it does not. */
    private static @Nullable EventKind echo(
            EventTable events, int[] rows, int from, int to, int platform, EventKind kind, long hour) {
        for (int i = from; i < to; i++) {
            EventKind told = events.kind(rows[i]);
            boolean alike = told == kind || (told.isFailure() && kind.isFailure());
            if (alike && events.source(rows[i]) == platform && hour(events, rows[i]) == hour) {
                return told;
            }
        }
        return null;
    }

    private static long hour(EventTable events, int row) {
        return Math.floorDiv(events.timeMillis(row), CoverageCounts.HOUR_MILLIS);
    }

    void write(DataOutput out) throws IOException {
        for (Heard heard : bySource) {
            out.writeInt(heard.byKind.size());
            for (Map.Entry<EventKind, Map<Long, Pair>> e : heard.byKind.entrySet()) {
                out.writeByte(e.getKey().ordinal());
                write(out, e.getValue());
            }
            out.writeInt(heard.as.size());
            for (Map.Entry<EventKind, long[]> e : heard.as.entrySet()) {
                out.writeByte(e.getKey().ordinal());
                for (long n : e.getValue()) {
                    out.writeLong(n);
                }
            }
            out.writeInt(heard.byService.size());
            for (Map.Entry<Integer, Map<Long, Pair>> e : heard.byService.entrySet()) {
                out.writeInt(e.getKey());
                write(out, e.getValue());
            }
        }
    }

    private static void write(DataOutput out, Map<Long, Pair> hours) throws IOException {
        out.writeInt(hours.size());
        for (Map.Entry<Long, Pair> e : hours.entrySet()) {
            out.writeLong(e.getKey());
            out.writeLong(e.getValue().both);
            out.writeLong(e.getValue().alone);
        }
    }

    static Echoes read(DataInput in, boolean[] platforms) throws IOException {
        Echoes echoes = new Echoes(platforms);
        for (Heard heard : echoes.bySource) {
            for (int n = in.readInt(); n > 0; n--) {
                heard.byKind.put(KINDS[in.readByte()], readHours(in));
            }
            for (int n = in.readInt(); n > 0; n--) {
                EventKind kind = KINDS[in.readByte()];
                long[] as = new long[KINDS.length];
                for (int k = 0; k < as.length; k++) {
                    as[k] = in.readLong();
                }
                heard.as.put(kind, as);
            }
            for (int n = in.readInt(); n > 0; n--) {
                heard.byService.put(in.readInt(), readHours(in));
            }
        }
        return echoes;
    }

    private static Map<Long, Pair> readHours(DataInput in) throws IOException {
        Map<Long, Pair> hours = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            long hour = in.readLong();
            Pair pair = new Pair();
            pair.both = in.readLong();
            pair.alone = in.readLong();
            hours.put(hour, pair);
        }
        return hours;
    }
}
