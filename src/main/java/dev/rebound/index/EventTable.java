package dev.rebound.index;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All events of a store as primitive columns, sorted by time, then import, then place in the import: the order never
 * depends on which file came first. Immutable and safe for any thread.
 */
public final class EventTable {
    private static final EventKind[] KINDS = EventKind.values();
    private static final Reason[] REASONS = Reason.values();
    private static final BounceClass[] CLASSES = BounceClass.values();

    /** The events of one import. */
    public record Part(long importId, EventColumns columns) {}

    private final Dictionaries dictionaries;
    private final int size;
    private final EventColumns[] parts;
    private final long[] importIds;
    /** Which part each row is in, and its place there; what is asked for every row is beside them. */
    private final short[] part;

    private final int[] place;
    private final long[] time;
    private final byte[] kind;
    private final int[] address;
    /** What the operator says of a reply, by its code; the rule book's verdict stays in the columns. */
    private final Map<Integer, Verdict> corrections;

    /** Merges the events of all imports; the columns stay where they are. */
    public EventTable(List<Part> imports, Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
        this.size = imports.stream().mapToInt(p -> p.columns().size()).sum();
        this.parts = imports.stream().map(Part::columns).toArray(EventColumns[]::new);
        this.importIds = imports.stream().mapToLong(Part::importId).toArray();
        this.corrections = Map.of();
        long[] order = order(imports, dictionaries);
        this.part = new short[size];
        this.place = new int[size];
        this.time = new long[size];
        this.kind = new byte[size];
        this.address = new int[size];
        for (int i = 0; i < size; i++) {
            part[i] = (short) (order[i] >>> 40);
            place[i] = (int) order[i];
            EventColumns c = columns(i);
            time[i] = c.time().get(place[i]);
            kind[i] = (byte) c.kind().at(place[i]);
            address[i] = c.address().at(place[i]);
        }
    }

    private EventTable(EventTable same, Map<Integer, Verdict> corrections) {
        this.dictionaries = same.dictionaries;
        this.size = same.size;
        this.parts = same.parts;
        this.importIds = same.importIds;
        this.part = same.part;
        this.place = same.place;
        this.time = same.time;
        this.kind = same.kind;
        this.address = same.address;
        this.corrections = Map.copyOf(corrections);
    }

    /** The same events, read as the operator says: verdicts by the code of the reply win over the stored ones. */
    public EventTable corrected(Map<Integer, Verdict> byReplyCode) {
        return new EventTable(this, byReplyCode);
    }

    /** The operator's own verdict on the event's reply; null where the rule book's stands. */
    public @Nullable Verdict correction(int row) {
        return corrections.isEmpty() ? null : corrections.get(text(EventText.REPLY, row));
    }

    /** Which of the parts that the table was made of holds the row. */
    public int part(int row) {
        return part[row];
    }

    /** The row's place in its part. */
    public int place(int row) {
        return place[row];
    }

    private EventColumns columns(int row) {
        return parts[part[row]];
    }

    /** The places of all rows, sorted. */
    private static long[] order(List<Part> parts, Dictionaries dictionaries) {
        EventOrder order = new EventOrder(parts, dictionaries);
        long[][] runs = new long[parts.size()][];
        for (int p = 0; p < runs.length; p++) {
            runs[p] = sortedRun(parts.get(p).columns().size(), p, order);
        }
        while (runs.length > 1) {
            long[][] merged = new long[(runs.length + 1) / 2][];
            for (int i = 0; i < merged.length; i++) {
                merged[i] = 2 * i + 1 < runs.length ? merge(runs[2 * i], runs[2 * i + 1], order) : runs[2 * i];
            }
            runs = merged;
        }
        return runs.length == 0 ? new long[0] : runs[0];
    }

    private static long[] merge(long[] a, long[] b, EventOrder order) {
        long[] out = new long[a.length + b.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < out.length; k++) {
            boolean left = j == b.length || (i < a.length && order.compare(a[i], b[j]) <= 0);
            out[k] = left ? a[i++] : b[j++];
        }
        return out;
    }

    private static long[] sortedRun(int n, int part, EventOrder order) {
        long[] run = new long[n];
        boolean sorted = true;
        for (int i = 0; i < n; i++) {
            run[i] = EventOrder.place(part, i);
            sorted &= i == 0 || order.compare(run[i - 1], run[i]) <= 0;
        }
        if (sorted) {
            return run;
        }
        Long[] boxed = new Long[n];
        Arrays.setAll(boxed, i -> run[i]);
        Arrays.sort(boxed, order::compare);
        Arrays.setAll(run, i -> boxed[i]);
        return run;
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** The dictionaries that all codes belong to. */
    public Dictionaries dictionaries() {
        return dictionaries;
    }

    /** Epoch milliseconds, UTC. */
    public long timeMillis(int row) {
        return time[row];
    }

    /** What the source says happened. */
    public EventKind kind(int row) {
        return KINDS[kind[row]];
    }

    /** Code of the address key. */
    public int address(int row) {
        return address[row];
    }

    /** Code of the source's name. */
    public int source(int row) {
        return columns(row).source().at(place[row]);
    }

    /** Code in the field's dictionary, or -1 where the source is silent. */
    public int text(EventText field, int row) {
        return columns(row).text(field).at(place[row]);
    }

    /** The field's text, or null where the source is silent. */
    public @Nullable String textValue(EventText field, int row) {
        int code = text(field, row);
        return code < 0 ? null : dictionaries.texts(field).value(code);
    }

    /** SMTP code, or 0 where unknown. */
    public int smtpCode(int row) {
        return columns(row).smtpCode().at(place[row]);
    }

    /** The source's attempt number, or 0 where unknown. */
    public int attempt(int row) {
        return columns(row).attempt().at(place[row]);
    }

    /** The reason read in the reply, or the operator's. */
    public Reason reason(int row) {
        Verdict own = correction(row);
        return own != null ? own.reason() : REASONS[columns(row).reason().at(place[row])];
    }

    /** The class read in the reply, or the operator's. */
    public BounceClass bounceClass(int row) {
        Verdict own = correction(row);
        return own != null
                ? own.bounceClass()
                : CLASSES[columns(row).bounceClass().at(place[row])];
    }

    /** Code in {@code dictionaries().rules()} of what the rule book decided, whatever the operator says. */
    public int rule(int row) {
        return columns(row).rule().at(place[row]);
    }

    /** Whether the source marks it as test traffic. */
    public boolean test(int row) {
        return columns(row).test().get(place[row]) != 0;
    }

    /** The import that brought the event. */
    public long importId(int row) {
        return importIds[part[row]];
    }

    /** Number of the raw record in its import. */
    public int rawIndex(int row) {
        return columns(row).raw().at(place[row]);
    }
}
