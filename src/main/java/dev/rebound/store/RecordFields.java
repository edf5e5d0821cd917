package dev.rebound.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The texts of a page's records, field by field instead of record by record, so that what is alike lies together. A field
 * ends at a separator; what the texts mean is of no interest, and any bytes come back as they were.
 *
 * <p>A field that says what an earlier record said there is one byte, the place where that text was last remembered; any
 * other is {@link #NEW} and its bytes. The places follow from the texts, so they are not kept.
 */
final class RecordFields {
    /** Fields beyond this number are one with their separators among them. */
    static final int MOST = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int PLACES = 255;
    private static final byte NEW = (byte) PLACES;
    /** Fields with fewer new bytes are packed together. */
    private static final int FEW_BYTES = 1 << 11;

    private RecordFields() {}

    /** One field of all records while they are taken apart or put together. */
    private static final class Column {
        byte[] codes = new byte[256];
        int coded;
        byte[] fresh = new byte[1 << 10];
        int used;
        /** Where the text of each place begins and ends, the end plus one so that 0 is none. */
        final int[] places = new int[2 * PLACES];

        /** Whether the text is remembered at its place; if not, it is from now on. */
        boolean knows(int place, byte[] bytes, int from, int to) {
            if (place == PLACES) {
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
            if (place < PLACES) {
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
            if (used + more > fresh.length) {
                fresh = Arrays.copyOf(fresh, Math.max(2 * fresh.length, used + more));
            }
            System.arraycopy(bytes, from, fresh, used, more);
            used += more;
        }
    }

    /**
     * Writes the texts of records.
     *
     * @param bytes the texts one behind the other
     * @param ends where each ends
     */
    static void write(byte[] bytes, int[] ends, int records, PageOutput out) {
        byte separator = separator(bytes, records == 0 ? 0 : ends[0]);
        Column[] columns = new Column[MOST];
        byte[] counts = new byte[records];
        int from = 0;
        for (int r = 0; r < records; r++) {
            counts[r] = (byte) take(bytes, from, ends[r], separator, columns);
            from = ends[r];
        }
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
    private static int take(byte[] bytes, int from, int end, byte separator, Column[] columns) {
        int start = from;
        for (int k = 0; ; k++) {
            int to = k == MOST - 1 ? end : fieldEnd(bytes, start, end, separator);
            Column column = columns[k];
            if (column == null) {
                column = new Column();
                columns[k] = column;
            }
            int place = place(bytes, start, to);
            if (column.knows(place, bytes, start, to)) {
                column.code(place);
            } else {
                column.code(NEW);
                if (k == MOST - 1) {
                    column.add(PageOutput.bytesOf(to - start), 0, PageOutput.NUMBER_BYTES);
                    column.add(bytes, start, to);
                } else if (to < end) {
                    column.add(bytes, start, to + 1);
                } else {
                    column.add(bytes, start, to);
                    column.add(new byte[] {separator}, 0, 1);
                }
            }
            if (to == end) {
                return k + 1;
            }
            start = to + 1;
        }
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

    /** Where a text is remembered, or {@link #PLACES} for one that is not. */
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

    /** Reads the texts of records. */
    static Texts read(PageInput in, int records) throws IOException {
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
        for (int k = 0, left = records - of[0]; k < MOST && left > 0; left -= of[++k]) {
            Column column = new Column();
            column.codes = Arrays.copyOfRange(codes, at, at + left);
            at += left;
            int used = in.number();
            column.fresh = used > FEW_BYTES ? in.section() : Arrays.copyOfRange(few, fewAt, fewAt + used);
            fewAt += used > FEW_BYTES ? 0 : used;
            columns[k] = column;
        }
        return together(records, counts, columns, separator);
    }

    private static Texts together(int records, byte[] counts, Column[] columns, byte separator) {
        byte[] out = new byte[1 << 16];
        int[] ends = new int[records];
        int size = 0;
        for (int r = 0; r < records; r++) {
            for (int k = 0; k < counts[r]; k++) {
                Column column = columns[k];
                int code = column.codes[column.coded++] & 0xff;
                byte[] text = column.fresh;
                int from;
                int to;
                if (code < PLACES) {
                    text = out;
                    from = column.places[2 * code];
                    to = column.places[2 * code + 1] - 1;
                } else if (k == MOST - 1) {
                    from = column.used + PageOutput.NUMBER_BYTES;
                    to = from + PageOutput.numberOf(text, column.used);
                    column.used = to;
                } else {
                    from = column.used;
                    to = fieldEnd(text, from, text.length, separator);
                    column.used = to + 1;
                }
                if (size + to - from + 1 > out.length) {
                    out = Arrays.copyOf(out, Math.max(2 * out.length, size + to - from + 1));
                    text = code < PLACES ? out : text;
                }
                System.arraycopy(text, from, out, size, to - from);
                if (code == PLACES) {
                    column.remember(place(text, from, to), size, size + to - from);
                }
                size += to - from;
                if (k + 1 < counts[r]) {
                    out[size++] = separator;
                }
            }
            ends[r] = size;
        }
        return new Texts(out, ends);
    }
}
