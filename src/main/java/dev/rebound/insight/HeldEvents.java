package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many events of each kind are held of each source, hour by hour. */
final class HeldEvents {
    private static final EventKind[] KINDS = EventKind.values();

    /** The events of one kind of one source. */
    private static final class Kept {
        final Map<Long, long[]> byHour = new HashMap<>();
        private long lastHour = Long.MIN_VALUE;
        private long[] last = new long[1];
        /** The first event that has the source's word for the kind, and the last event of all. */
        int wordRow = -1;

        int lastRow = -1;

        void add(EventTable events, int row) {
            long hour = Math.floorDiv(events.timeMillis(row), CoverageCounts.HOUR_MILLIS);
            if (hour != lastHour) {
                last = byHour.computeIfAbsent(hour, h -> new long[1]);
                lastHour = hour;
            }
            last[0]++;
            lastRow = Math.max(lastRow, row);
            if ((wordRow < 0 || row < wordRow) && hasWord(events, row)) {
                wordRow = row;
            }
        }

        private static boolean hasWord(EventTable events, int row) {
            String word = events.textValue(EventText.RAW_KIND, row);
            return word != null && !word.isEmpty();
        }
    }

    /** By the source and the kind. */
    private final List<@Nullable Kept> kept = new ArrayList<>();

    /** Counts one event. */
    void add(EventTable events, int row) {
        int key = events.source(row) * KINDS.length + events.kind(row).ordinal();
        while (kept.size() <= key) {
            kept.add(null);
        }
        Kept of = kept.get(key);
        if (of == null) {
            of = new Kept();
            kept.set(key, of);
        }
        of.add(events, row);
    }

    /** A copy of its own, in which the events that came or went are counted. */
    HeldEvents after(EventChange change) {
        HeldEvents copy = new HeldEvents();
        boolean[] gone = new boolean[1];
        change.forEachGone(row -> gone[0] = true);
        if (gone[0]) {
            for (int row = 0; row < change.after().size(); row++) {
                copy.add(change.after(), row);
            }
            return copy;
        }
        for (Kept from : kept) {
            copy.kept.add(from == null ? null : moved(from, change));
        }
        for (int row : change.added()) {
            copy.add(change.after(), row);
        }
        return copy;
    }

    private static Kept moved(Kept from, EventChange change) {
        Kept to = new Kept();
        from.byHour.forEach((hour, n) -> to.byHour.put(hour, n.clone()));
        to.wordRow = from.wordRow < 0 ? -1 : change.movedTo(from.wordRow);
        to.lastRow = from.lastRow < 0 ? -1 : change.movedTo(from.lastRow);
        return to;
    }

    /** Those of each source and kind that has any, out of the events they were counted in. */
    Map<MissingHours.Key, MissingHours.Held> of(EventTable events) {
        Map<MissingHours.Key, MissingHours.Held> out = new HashMap<>();
        for (int key = 0; key < kept.size(); key++) {
            Kept of = kept.get(key);
            if (of != null) {
                MissingHours.Held held = new MissingHours.Held();
                of.byHour.forEach((hour, n) -> held.hours.put(hour, n[0]));
                String word = of.wordRow < 0 ? null : events.textValue(EventText.RAW_KIND, of.wordRow);
                held.word = word == null ? "" : word;
                held.exampleImport = events.importId(of.lastRow);
                out.put(new MissingHours.Key(key / KINDS.length, KINDS[key % KINDS.length]), held);
            }
        }
        return out;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(kept.size());
        for (Kept of : kept) {
            out.writeInt(of == null ? -1 : of.byHour.size());
            if (of != null) {
                out.writeInt(of.wordRow);
                out.writeInt(of.lastRow);
                for (Map.Entry<Long, long[]> e : of.byHour.entrySet()) {
                    out.writeLong(e.getKey());
                    out.writeLong(e.getValue()[0]);
                }
            }
        }
    }

    static HeldEvents read(DataInput in) throws IOException {
        HeldEvents held = new HeldEvents();
        int kinds = in.readInt();
        for (int k = 0; k < kinds; k++) {
            int hours = in.readInt();
            Kept of = null;
            if (hours >= 0) {
                of = new Kept();
                of.wordRow = in.readInt();
                of.lastRow = in.readInt();
                for (int h = 0; h < hours; h++) {
                    of.byHour.put(in.readLong(), new long[] {in.readLong()});
                }
            }
            held.kept.add(of);
        }
        return held;
    }
}
