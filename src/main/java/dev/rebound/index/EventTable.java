package dev.rebound.index;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
    private final long[] time;
    private final byte[] kind;
    private final int[] address;
    private final short[] source;
    private final short[] smtpCode;
    private final short[] attempt;
    private final byte[] reason;
    private final byte[] bounceClass;
    private final int[] rule;
    private final boolean[] test;
    private final int[] raw;
    private final long[] importIds;
    private final short[] part;
    private final int[] @Nullable [] texts;

    /** Merges the events of all imports. */
    public EventTable(List<Part> parts, Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
        this.size = parts.stream().mapToInt(p -> p.columns().size()).sum();
        this.importIds = parts.stream().mapToLong(Part::importId).toArray();
        long[] order = order(parts, dictionaries);
        this.part = new short[size];
        this.time = new long[size];
        this.kind = new byte[size];
        this.address = new int[size];
        this.source = new short[size];
        this.smtpCode = new short[size];
        this.attempt = new short[size];
        this.reason = new byte[size];
        this.bounceClass = new byte[size];
        this.rule = new int[size];
        this.test = new boolean[size];
        this.raw = new int[size];
        for (int i = 0; i < size; i++) {
            int p = (int) (order[i] >>> 40);
            int row = (int) order[i];
            EventColumns c = parts.get(p).columns();
            part[i] = (short) p;
            time[i] = c.time().get(row);
            kind[i] = (byte) c.kind().at(row);
            address[i] = c.address().at(row);
            source[i] = (short) c.source().at(row);
            smtpCode[i] = (short) c.smtpCode().at(row);
            attempt[i] = (short) Math.min(Short.MAX_VALUE, c.attempt().get(row));
            reason[i] = (byte) c.reason().at(row);
            bounceClass[i] = (byte) c.bounceClass().at(row);
            rule[i] = c.rule().at(row);
            test[i] = c.test().get(row) != 0;
            raw[i] = c.raw().at(row);
        }
        EventText[] fields = EventText.values();
        this.texts = new int[fields.length][];
        for (EventText field : fields) {
            texts[field.ordinal()] = textColumn(parts, order, c -> c.text(field));
        }
    }

    private static int @Nullable [] textColumn(
            List<Part> parts, long[] order, Function<EventColumns, LongCells> column) {
        if (parts.stream().noneMatch(p -> column.apply(p.columns()).isWritten())) {
            return null;
        }
        LongCells[] cells = parts.stream().map(p -> column.apply(p.columns())).toArray(LongCells[]::new);
        int[] out = new int[order.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = cells[(int) (order[i] >>> 40)].at((int) order[i]);
        }
        return out;
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
        return source[row];
    }

    /** Code in the field's dictionary, or -1 where the source is silent. */
    public int text(EventText field, int row) {
        int[] column = texts[field.ordinal()];
        return column == null ? -1 : column[row];
    }

    /** The field's text, or null where the source is silent. */
    public @Nullable String textValue(EventText field, int row) {
        int code = text(field, row);
        return code < 0 ? null : dictionaries.texts(field).value(code);
    }

    /** SMTP code, or 0 where unknown. */
    public int smtpCode(int row) {
        return smtpCode[row];
    }

    /** The source's attempt number, or 0 where unknown. */
    public int attempt(int row) {
        return attempt[row];
    }

    /** The reason read in the reply. */
    public Reason reason(int row) {
        return REASONS[reason[row]];
    }

    /** The class read in the reply. */
    public BounceClass bounceClass(int row) {
        return CLASSES[bounceClass[row]];
    }

    /** Code in {@code dictionaries().rules()}. */
    public int rule(int row) {
        return rule[row];
    }

    /** Whether the source marks it as test traffic. */
    public boolean test(int row) {
        return test[row];
    }

    /** The import that brought the event. */
    public long importId(int row) {
        return importIds[part[row]];
    }

    /** Number of the raw record in its import. */
    public int rawIndex(int row) {
        return raw[row];
    }
}
