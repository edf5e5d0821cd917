package dev.rebound.column;

import java.util.Arrays;

/**
 * A growing column of whole numbers. Cells that were never written read as the column's empty value, so a field that
 * an import never mentions costs nothing.
 */
public final class LongCells {
    private final long empty;
    private long[] cells = new long[0];
    private int written;

    /** A column whose unwritten cells read as this value. */
    public LongCells(long empty) {
        this.empty = empty;
    }

    /** A column over cells that were kept; cells past the array read as empty. */
    public LongCells(long empty, long[] cells) {
        this.empty = empty;
        this.cells = cells.clone();
        this.written = cells.length;
    }

    /** The value of a row. */
    public long get(int row) {
        return row < written ? cells[row] : empty;
    }

    /** The value of a row that is known to fit an int. */
    public int at(int row) {
        return row < written ? (int) cells[row] : (int) empty;
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
        if (row >= cells.length) {
            int from = cells.length;
            cells = Arrays.copyOf(cells, Math.max(64, Math.max(row + 1, from + (from >> 1))));
        }
        for (int i = written; i < row; i++) {
            cells[i] = empty;
        }
        cells[row] = value;
        written = Math.max(written, row + 1);
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
