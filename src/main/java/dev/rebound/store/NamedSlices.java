package dev.rebound.store;

import java.util.Arrays;

/** Which parts of a page's records say what a column says already. Records come in their order. */
final class NamedSlices {
    /** A part of more bytes is not worth a name. */
    private static final int LENGTH_BITS = 16;

    private int[] ends = new int[0];
    private int[] from = new int[0];
    private int[] columnAndLength = new int[0];
    private int records;
    private int size;

    /** Adds a part of a record; {@code at} counts from the start of the page's texts. */
    void add(int record, int column, int at, int length) {
        if (length >>> LENGTH_BITS != 0 || length == 0) {
            return;
        }
        upTo(record + 1);
        if (size == from.length) {
            int wider = Math.max(1 << 14, size + size / 2);
            from = Arrays.copyOf(from, wider);
            columnAndLength = Arrays.copyOf(columnAndLength, wider);
        }
        from[size] = at;
        columnAndLength[size++] = column << LENGTH_BITS | length;
        ends[record] = size;
    }

    private void upTo(int count) {
        if (count > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(1 << 11, count + count / 2));
        }
        while (records < count) {
            ends[records++] = size;
        }
    }

    /** The first part of a record. */
    int begin(int record) {
        return record == 0 || records == 0 ? 0 : ends[Math.min(record, records) - 1];
    }

    /** Behind the last part of a record. */
    int end(int record) {
        return record < records ? ends[record] : begin(record);
    }

    int column(int part) {
        return columnAndLength[part] >>> LENGTH_BITS;
    }

    int from(int part) {
        return from[part];
    }

    int to(int part) {
        return from[part] + (columnAndLength[part] & (1 << LENGTH_BITS) - 1);
    }

    boolean isEmpty() {
        return size == 0;
    }
}
