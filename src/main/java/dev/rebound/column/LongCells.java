package dev.rebound.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of whole numbers, four bytes a cell until a value needs eight. Cells that were never written read as
 * the column's empty value, so a field that an import never mentions costs nothing.
 */
public final class LongCells {
    private final long empty;
    private int[] ints = new int[0];
    private long @Nullable [] longs;
    private int written;

    /** A column whose unwritten cells read as this value. */
    public LongCells(long empty) {
        this.empty = empty;
    }

    /** A column over cells that were kept; cells past the array read as empty. */
    public LongCells(long empty, long[] cells) {
        this(empty);
        for (int i = 0; i < cells.length; i++) {
            put(i, cells[i]);
        }
    }

    /** The value of a row. */
    public long get(int row) {
        if (row >= written) {
            return empty;
        }
        return longs != null ? longs[row] : ints[row];
    }

    /** The value of a row that is known to fit an int. */
    public int at(int row) {
        return (int) get(row);
    }

    /** Whether any cell was ever written. */
    public boolean isWritten() {
        return written > 0;
    }

    /** Writes the next row. */
    public void add(long value) {
        put(written, value);
    }

    /** Writes a row; rows between the last written one and this one become empty. */
    public void put(int row, long value) {
        if (longs == null && value != (int) value) {
            widen();
        }
        grow(row + 1);
        for (int i = written; i <= row; i++) {
            set(i, i == row ? value : empty);
        }
        if (row < written) {
            set(row, value);
        }
        written = Math.max(written, row + 1);
    }

    private void set(int row, long value) {
        if (longs != null) {
            longs[row] = value;
        } else {
            ints[row] = (int) value;
        }
    }

    private void widen() {
        long[] wide = new long[ints.length];
        for (int i = 0; i < written; i++) {
            wide[i] = ints[i];
        }
        longs = wide;
        ints = new int[0];
    }

    private void grow(int rows) {
        int capacity = longs != null ? longs.length : ints.length;
        if (rows > capacity) {
            int wider = Math.max(64, Math.max(rows, capacity + (capacity >> 1)));
            if (longs != null) {
                longs = Arrays.copyOf(longs, wider);
            } else {
                ints = Arrays.copyOf(ints, wider);
            }
        }
    }

    /** The rows from one (inclusive) to another (exclusive), empty cells filled in. */
    public long[] slice(int from, int to) {
        long[] out = new long[to - from];
        for (int i = from; i < to; i++) {
            out[i - from] = get(i);
        }
        return out;
    }
}
