package dev.rebound.store;

import dev.rebound.domain.EventBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a page's records, field by field instead of record by record, so that what is alike lies together. A field
 * ends at a separator; what the texts mean is of no interest, and any bytes come back as they were.
 *
 * <p>A field that says what an earlier record said there is one byte, the place where that text was last remembered; one that
 * holds what a column of its event says is {@link #NAMED}; any other is {@link #NEW} and its bytes. The places follow from
 * the texts, so they are not kept. Of an event's id the bytes are kept too, without what stands around it.
 */
final class RecordFields {
    /** Fields beyond this number are one with their separators among them. */
    static final int MOST = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int NEW = 255;
    private static final int NAMED = 254;
    /** Fields with fewer new bytes are packed together. */
    private static final int FEW_BYTES = 1 << 11;

    private RecordFields() {}

    /** One field of all records while they are taken apart or put together. */
    private static final class Column {
        /** Codes below this are places. */
        final int remembered;

        byte[] codes = new byte[256];
        int coded;
        byte[] fresh = new byte[1 << 10];
        int used;
        /** Where the text of each place begins and ends, the end plus one so that 0 is none. */
        final int[] places = new int[2 * NEW];
        /** The number of the events' column that the field says, -1 for none, and what stands around it. */
        int named = -1;

        byte[] before = new byte[0];
        byte[] behind = new byte[0];

        Column(int remembered) {
            this.remembered = remembered;
        }

        /** Whether the field is what the events' column says and what stands around it; the first one decides which. */
        boolean isNamed(int events, byte[] bytes, int from, int textFrom, int textTo, int to) {
            if (named < 0) {
                named = events;
                before = Arrays.copyOfRange(bytes, from, textFrom);
                behind = Arrays.copyOfRange(bytes, textTo, to);
                return true;
            }
            return named == events
                    && Arrays.equals(before, 0, before.length, bytes, from, textFrom)
                    && Arrays.equals(behind, 0, behind.length, bytes, textTo, to);
        }

        /** Whether the text is remembered at its place; if not, it is from now on. */
        boolean knows(int place, byte[] bytes, int from, int to) {
            if (place >= remembered) {
                return false;
            }
            int end = places[2 * place + 1];
            if (end > 0 && Arrays.equals(bytes, places[2 * place], end - 1, bytes, from, to)) {
                return true;
            }
            remember(place, from, to);
            return false;
        }

        void remember(int place, int from, int to) {
            if (place < remembered) {
                places[2 * place] = from;
                places[2 * place + 1] = to + 1;
            }
        }

        void code(int code) {
            if (coded == codes.length) {
                codes = Arrays.copyOf(codes, 2 * coded);
            }
            codes[coded++] = (byte) code;
        }

        void add(byte[] bytes, int from, int to) {
            int more = to - from;
            room(more);
            System.arraycopy(bytes, from, fresh, used, more);
            used += more;
        }

        void add(byte one) {
            room(1);
            fresh[used++] = one;
        }

        private void room(int more) {
            if (used + more > fresh.length) {
                fresh = Arrays.copyOf(fresh, Math.max(2 * fresh.length, used + more));
            }
        }
    }

    /**
     * Writes the texts of records.
     *
     * @param bytes the texts one behind the other
     * @param ends where each ends
     * @param batches whose rows the records are, null for one that is none
     * @param rows which rows
     */
    static void write(
            byte[] bytes, int[] ends, int records, @Nullable EventBatch[] batches, int[] rows, PageOutput out) {
        byte separator = separator(bytes, records == 0 ? 0 : ends[0]);
        Column[] columns = new Column[MOST];
        byte[] counts = new byte[records];
        NamedParts parts = new NamedParts();
        int from = 0;
        for (int r = 0; r < records; r++) {
            parts.goTo(batches[r], rows[r], from);
            counts[r] = (byte) take(bytes, from, ends[r], separator, columns, parts);
            from = ends[r];
        }
        byte[] named = named(columns);
        out.section(named, named.length);
        out.number(separator);
        out.section(counts, records);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        ByteArrayOutputStream few = new ByteArrayOutputStream();
        for (Column column : columns) {
            if (column != null) {
                codes.write(column.codes, 0, column.coded);
                if (column.used <= FEW_BYTES) {
                    few.write(column.fresh, 0, column.used);
                }
            }
        }
        out.section(codes.toByteArray(), codes.size());
        out.section(few.toByteArray(), few.size());
        for (Column column : columns) {
            if (column != null) {
                out.number(column.used);
                if (column.used > FEW_BYTES) {
                    out.section(column.fresh, column.used);
                }
            }
        }
    }

    /** Takes a record apart; gives the number of its fields. */
    private static int take(byte[] bytes, int from, int end, byte separator, Column[] columns, NamedParts parts) {
        int start = from;
        for (int k = 0; ; k++) {
            int to = k == MOST - 1 ? end : fieldEnd(bytes, start, end, separator);
            Column column = columns[k];
            if (column == null) {
                column = new Column(NAMED);
                columns[k] = column;
            }
            int part = k == MOST - 1 ? -1 : parts.within(start, to);
            if (part >= 0 && column.isNamed(parts.column(part), bytes, start, parts.from(part), parts.to(part), to)) {
                column.code(NAMED);
                if (column.named == NamedParts.ID) {
                    column.add(bytes, parts.from(part), parts.to(part));
                    column.add(separator);
                }
            } else {
                say(column, k, bytes, start, to, separator);
            }
            if (to == end) {
                return k + 1;
            }
            start = to + 1;
        }
    }

    private static void say(Column column, int k, byte[] bytes, int from, int to, byte separator) {
        int place = place(bytes, from, to);
        if (column.knows(place, bytes, from, to)) {
            column.code(place);
            return;
        }
        column.code(NEW);
        if (k == MOST - 1) {
            column.add(PageOutput.bytesOf(to - from), 0, PageOutput.NUMBER_BYTES);
            column.add(bytes, from, to);
        } else {
            column.add(bytes, from, to);
            column.add(separator);
        }
    }

    /** For each field which column it names, plus one, and what stands around it; nothing where no field does. */
    private static byte[] named(Column[] columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean any = false;
        for (Column column : columns) {
            if (column != null) {
                any |= column.named >= 0;
                out.write(column.named + 1);
                if (column.named >= 0) {
                    for (byte[] around : new byte[][] {column.before, column.behind}) {
                        out.write(PageOutput.bytesOf(around.length), 0, PageOutput.NUMBER_BYTES);
                        out.write(around, 0, around.length);
                    }
                }
            }
        }
        return any ? out.toByteArray() : new byte[0];
    }

    private static int fieldEnd(byte[] bytes, int from, int end, byte separator) {
        int i = from;
        while (i < end && bytes[i] != separator) {
            i++;
        }
        return i;
    }

    /** Of the usual separators the one that the first record has most of. */
    private static byte separator(byte[] bytes, int end) {
        byte best = SEPARATORS[0];
        int most = 0;
        for (byte candidate : SEPARATORS) {
            int n = 0;
            for (int i = 0; i < end; i++) {
                n += bytes[i] == candidate ? 1 : 0;
            }
            if (n > most) {
                most = n;
                best = candidate;
            }
        }
        return best;
    }

    /** Where a text is remembered, as far as there are places. */
    private static int place(byte[] bytes, int from, int to) {
        int length = to - from;
        long h = length;
        if (length >= Long.BYTES) {
            h ^= (long) LONGS.get(bytes, from) * 0x9E3779B97F4A7C15L;
            h ^= (long) LONGS.get(bytes, to - Long.BYTES);
        } else {
            for (int i = from; i < to; i++) {
                h = (h << 8) ^ bytes[i];
            }
        }
        h *= 0xD6E8FEB86659FD93L;
        return (int) (h >>> 56);
    }

    /** The texts of records as {@link #write} wrote them. */
    record Texts(byte[] bytes, int[] ends) {}

    /**
     * Reads the texts of records.
     *
     * @param naming whether the page may name texts of the events
     * @param first number of the first record in its import
     */
    static Texts read(PageInput in, int records, boolean naming, int first, RecordTexts named) throws IOException {
        byte[] names = naming ? in.section() : new byte[0];
        byte separator = (byte) in.number();
        byte[] counts = in.section();
        byte[] codes = in.section();
        byte[] few = in.section();
        int[] of = new int[MOST + 1];
        for (int r = 0; r < records; r++) {
            of[counts[r]]++;
        }
        Column[] columns = new Column[MOST];
        int at = 0;
        int fewAt = 0;
        int namesAt = 0;
        for (int k = 0, left = records - of[0]; k < MOST && left > 0; left -= of[++k]) {
            Column column = new Column(naming ? NAMED : NEW);
            column.codes = Arrays.copyOfRange(codes, at, at + left);
            at += left;
            int used = in.number();
            column.fresh = used > FEW_BYTES ? in.section() : Arrays.copyOfRange(few, fewAt, fewAt + used);
            fewAt += used > FEW_BYTES ? 0 : used;
            namesAt = names.length == 0 ? 0 : readName(names, namesAt, column);
            columns[k] = column;
        }
        return together(records, counts, columns, separator, first, named);
    }

    /** Reads what {@link #named} wrote of one field; gives the place behind it. */
    private static int readName(byte[] names, int from, Column column) {
        column.named = names[from] - 1;
        if (column.named < 0) {
            return from + 1;
        }
        int before = from + 1 + PageOutput.NUMBER_BYTES;
        int beforeEnd = before + PageOutput.numberOf(names, from + 1);
        int behind = beforeEnd + PageOutput.NUMBER_BYTES;
        int end = behind + PageOutput.numberOf(names, beforeEnd);
        column.before = Arrays.copyOfRange(names, before, beforeEnd);
        column.behind = Arrays.copyOfRange(names, behind, end);
        return end;
    }

    /** Bytes while they are put together. */
    private static final class Put {
        byte[] bytes = new byte[1 << 16];
        int size;

        void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            }
        }

        void add(byte[] text, int from, int to) {
            room(to - from);
            System.arraycopy(text, from, bytes, size, to - from);
            size += to - from;
        }

        void add(byte[] text) {
            add(text, 0, text.length);
        }
    }

    private static Texts together(
            int records, byte[] counts, Column[] columns, byte separator, int first, RecordTexts named)
            throws IOException {
        Put out = new Put();
        int[] ends = new int[records];
        for (int r = 0; r < records; r++) {
            boolean found = false;
            for (int k = 0; k < counts[r]; k++) {
                Column column = columns[k];
                int code = column.codes[column.coded++] & 0xff;
                if (code < column.remembered) {
                    int from = column.places[2 * code];
                    int to = column.places[2 * code + 1] - 1;
                    out.room(to - from);
                    out.add(out.bytes, from, to);
                } else if (code == NAMED && column.named == NamedParts.ID) {
                    out.add(column.before);
                    fresh(column, k, separator, out);
                    out.add(column.behind);
                } else if (code == NAMED) {
                    found = found || named.goTo(first + r);
                    if (!found) {
                        throw new IOException("a record whose event is not there");
                    }
                    out.add(column.before);
                    out.add(named.text(column.named));
                    out.add(column.behind);
                } else {
                    int from = out.size;
                    fresh(column, k, separator, out);
                    column.remember(place(out.bytes, from, out.size), from, out.size);
                }
                if (k + 1 < counts[r]) {
                    out.room(1);
                    out.bytes[out.size++] = separator;
                }
            }
            ends[r] = out.size;
        }
        return new Texts(out.bytes, ends);
    }

    /** Adds a field's next text that was not said before. */
    private static void fresh(Column column, int k, byte separator, Put out) {
        byte[] text = column.fresh;
        if (k == MOST - 1) {
            int from = column.used + PageOutput.NUMBER_BYTES;
            column.used = from + PageOutput.numberOf(text, column.used);
            out.add(text, from, column.used);
        } else {
            int from = column.used;
            int to = fieldEnd(text, from, text.length, separator);
            column.used = to + 1;
            out.add(text, from, to);
        }
    }
}
