package dev.rebound.evidence;

import dev.rebound.domain.RawRecord;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The files behind a set of messages: of each the lines that hold one of their events. */
final class Sources {
    /** Records read in one turn at the store, so that others get theirs. */
    private static final int AT_ONCE = 2_048;

    /** Where a record stands. */
    record Where(long line, String part) {}

    /** One file, or one part of a container, and its lines in ascending order. */
    record Used(ImportRun run, String part, long[] lines) {}

    /** Reads the records of one file in the order of their numbers. */
    interface RecordReader {
        void read(int rawIndex, RawRecord record) throws StoreException;
    }

    private final Session session;
    private final Map<Long, ImportRun> runs = new TreeMap<>();
    private final Map<Long, int[]> records = new TreeMap<>();
    private final Map<Long, Where[]> where = new HashMap<>();

    private Sources(Session session) {
        this.session = session;
    }

    /** The files of these messages. */
    static Sources of(Session session, Picture picture, int[] messages, BooleanSupplier cancelled)
            throws StoreException {
        Sources sources = new Sources(session);
        for (ImportRun run : session.imports()) {
            sources.runs.put(run.id(), run);
        }
        Map<Long, TreeSet<Integer>> wanted = new TreeMap<>();
        for (int message : messages) {
            for (int event : picture.messages().eventsOf(message)) {
                wanted.computeIfAbsent(picture.events().importId(event), i -> new TreeSet<>())
                        .add(picture.events().rawIndex(event));
            }
        }
        for (Map.Entry<Long, TreeSet<Integer>> w : wanted.entrySet()) {
            int[] ascending = w.getValue().stream().mapToInt(Integer::intValue).toArray();
            sources.records.put(w.getKey(), ascending);
            Where[] places = new Where[ascending.length];
            int[] at = {0};
            sources.read(w.getKey(), cancelled, (index, r) -> places[at[0]++] = new Where(r.line(), r.part()));
            sources.where.put(w.getKey(), places);
        }
        return sources;
    }

    /** The imports that hold something of the messages, oldest first. */
    List<Long> imports() {
        return List.copyOf(records.keySet());
    }

    /** The import of an id. */
    ImportRun run(long importId) {
        ImportRun run = runs.get(importId);
        if (run == null) {
            throw new IllegalStateException("an event of an import that is not there");
        }
        return run;
    }

    /** Reads every record of one import that belongs to the messages. */
    void read(long importId, BooleanSupplier cancelled, RecordReader reader) throws StoreException {
        int[] ascending = records.getOrDefault(importId, new int[0]);
        for (int from = 0; from < ascending.length; from += AT_ONCE) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            int[] some = Arrays.copyOfRange(ascending, from, Math.min(from + AT_ONCE, ascending.length));
            List<RawRecord> found = session.rawRecords(importId, some);
            for (int i = 0; i < some.length; i++) {
                reader.read(some[i], found.get(i));
            }
        }
    }

    /** Where the record of an event stands. */
    Where of(ChainEvent event) {
        int[] ascending = records.getOrDefault(event.importId(), new int[0]);
        int at = Arrays.binarySearch(ascending, event.rawIndex());
        Where[] places = where.get(event.importId());
        if (at < 0 || places == null) {
            throw new IllegalStateException("an event outside the messages of the pack");
        }
        return places[at];
    }

    /** Number of records. */
    long size() {
        return records.values().stream().mapToLong(r -> r.length).sum();
    }

    /** Every file and part with its lines; files in the order of their import. */
    List<Used> used() {
        List<Used> used = new ArrayList<>();
        where.keySet().stream().sorted().forEach(id -> {
            Map<String, TreeSet<Long>> parts = new TreeMap<>();
            for (Where w : where.getOrDefault(id, new Where[0])) {
                parts.computeIfAbsent(w.part(), p -> new TreeSet<>()).add(w.line());
            }
            parts.forEach((part, lines) -> used.add(new Used(
                    run(id), part, lines.stream().mapToLong(Long::longValue).toArray())));
        });
        return used;
    }

    /** Ascending lines as ranges, e.g. {@code 2-14, 20}; after so many ranges the rest is counted as one. */
    static String ranges(long[] lines, int most) {
        StringBuilder out = new StringBuilder();
        int ranges = 0;
        for (int i = 0; i < lines.length; ranges++) {
            int end = i;
            while (end + 1 < lines.length && lines[end + 1] == lines[end] + 1) {
                end++;
            }
            out.append(out.isEmpty() ? "" : ", ");
            if (ranges == most) {
                return out.append('…').toString();
            }
            out.append(lines[i]).append(end == i ? "" : "-" + lines[end]);
            i = end + 1;
        }
        return out.toString();
    }
}
