package dev.rebound.column;

import java.util.function.Supplier;

/**
 * A growing column of whole numbers. It is as wide as its widest value needs (one, two, four or eight bytes a cell), and
 * a column that was kept takes no byte more than its cells. Cells that were never written read as the column's empty
 * value, so a field that an import never mentions costs nothing.
 */
public final class LongCells {
    private final long empty;
    private Cells cells;
    /** What the cells hold, beside them: asking them for it with every cell would cost more than the cell. */
    private long least;

    private long most;
    private int capacity;
    private int written;

    /** A column whose unwritten cells read as this value. */
    public LongCells(long empty) {
        this.empty = empty;
        this.cells = new Cells.Bytes(new byte[0]);
        keep(cells);
    }

    private void keep(Cells now) {
        cells = now;
        least = now.least();
        most = now.most();
        capacity = now.capacity();
    }

    /** A column over cells that were kept; cells past the array read as empty. */
    public LongCells(long empty, long[] kept) {
        this.empty = empty;
        cells = Cells.closelyHolding(kept);
        keep(cells);
        written = kept.length;
    }

    /**
     * A column of so many rows whose cells are made when a first one is asked for: most questions need few of the columns.
     * Safe for any thread, as long as nobody writes.
     */
    public static LongCells later(long empty, int rows, Supplier<long[]> kept) {
        LongCells out = new LongCells(empty);
        out.cells = new Cells.Later(rows, kept);
        out.written = rows;
        return out;
    }

    /** Whether the cells are here, so that asking for one costs no more than that. */
    public boolean isMade() {
        return !(cells instanceof Cells.Later);
    }

    /** The cells themselves. Who finds the promise still here finds the same cells behind it. */
    private Cells made() {
        if (cells instanceof Cells.Later later) {
            keep(later.made());
        }
        return cells;
    }

    /** The value of a row. */
    public long get(int row) {
        return row >= written ? empty : of(cells, row);
    }

    /** Known classes one after the other: with six of them, asking the interface costs several times as much. */
    private long of(Cells cells, int row) {
        if (cells instanceof Cells.Bytes bytes) {
            return bytes.of()[row];
        }
        if (cells instanceof Cells.Shorts shorts) {
            return shorts.of()[row];
        }
        if (cells instanceof Cells.Ints ints) {
            return ints.of()[row];
        }
        if (cells instanceof Cells.Line line) {
            return line.get(row);
        }
        if (cells instanceof Cells.Near near) {
            return near.get(row);
        }
        return cells instanceof Cells.Later ? made().get(row) : cells.get(row);
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
        if (row == written && row < capacity && value >= least && value <= most) {
            if (cells instanceof Cells.Bytes bytes) {
                bytes.of()[row] = (byte) value;
            } else if (cells instanceof Cells.Ints ints) {
                ints.of()[row] = (int) value;
            } else {
                cells.set(row, value);
            }
            written++;
            return;
        }
        makeRoom(row + 1, value);
        if (row > written) {
            makeRoom(row + 1, empty);
        }
        for (int i = written; i < row; i++) {
            cells.set(i, empty);
        }
        cells.set(row, value);
        written = Math.max(written, row + 1);
    }

    private void makeRoom(int rows, long value) {
        made();
        boolean wide = cells.holds(value);
        if (wide && rows <= cells.capacity()) {
            return;
        }
        int capacity = rows <= cells.capacity() ? cells.capacity() : Math.max(64, rows + (rows >> 1));
        Cells next = wide
                ? cells.ofCapacity(capacity)
                : Cells.holding(Math.min(value, cells.least()), Math.max(value, cells.most()), capacity);
        if (!wide) {
            for (int i = 0; i < written; i++) {
                next.set(i, cells.get(i));
            }
        }
        keep(next);
    }

    /** The rows from one (inclusive) to another (exclusive), empty cells filled in. */
    public long[] slice(int from, int to) {
        long[] out = new long[to - from];
        for (int i = 0; i < out.length; i++) {
            out[i] = get(from + i);
        }
        return out;
    }

    /**
     * A column of chosen cells of two: {@code from[i]} names a row of the first where it is not negative, else the row
     * {@code ~from[i]} of the second.
     */
    public static LongCells gathered(LongCells first, LongCells second, int[] from) {
        LongCells out = new LongCells(first.empty);
        if (!first.isWritten() && !second.isWritten()) {
            return out;
        }
        long least = Math.min(
                first.empty, Math.min(first.made().least(), second.made().least()));
        long most = Math.max(
                first.empty, Math.max(first.made().most(), second.made().most()));
        Cells cells = Cells.holding(least, most, from.length);
        for (int i = 0; i < from.length; i++) {
            cells.set(i, from[i] >= 0 ? first.get(from[i]) : second.get(~from[i]));
        }
        out.keep(cells);
        out.written = from.length;
        return out;
    }

    /** The same cells with room for so many rows, to be written on while others read these. */
    public LongCells copy(int rows) {
        LongCells out = new LongCells(empty);
        out.keep(made().ofCapacity(Math.max(rows, capacity)));
        out.written = written;
        return out;
    }

    /** A column over bytes that somebody else holds and never changes. */
    public static LongCells over(byte[] cells) {
        LongCells out = new LongCells(-1);
        out.keep(new Cells.Bytes(cells));
        out.written = cells.length;
        return out;
    }

    /**
     * Counts the cells of some rows by their value; negative values are left out.
     *
     * @param rows 64 rows a word, the first one in the lowest bit
     * @param from first word and {@code to} word behind the last
     */
    public void tally(long[] rows, int from, int to, long[] counts) {
        Cells here = isFull(to) ? made() : null;
        if (here instanceof Cells.Bytes bytes) {
            for (int w = from; w < to; w++) {
                for (long bits = rows[w]; bits != 0; bits &= bits - 1) {
                    int value = bytes.of()[(w << 6) + Long.numberOfTrailingZeros(bits)];
                    if (value >= 0) {
                        counts[value]++;
                    }
                }
            }
        } else if (here instanceof Cells.Shorts shorts) {
            for (int w = from; w < to; w++) {
                for (long bits = rows[w]; bits != 0; bits &= bits - 1) {
                    int value = shorts.of()[(w << 6) + Long.numberOfTrailingZeros(bits)];
                    if (value >= 0) {
                        counts[value]++;
                    }
                }
            }
        } else {
            for (int w = from; w < to; w++) {
                for (long bits = rows[w]; bits != 0; bits &= bits - 1) {
                    int value = at((w << 6) + Long.numberOfTrailingZeros(bits));
                    if (value >= 0) {
                        counts[value]++;
                    }
                }
            }
        }
    }

    /** Whether the cells reach behind the last of these words' rows that can be in a set of the table. */
    private boolean isFull(int words) {
        return ((words - 1) << 6) < written;
    }

    /**
     * Puts those rows into a set whose value is accepted; negative values never are.
     *
     * @param from first word of the set and {@code to} word behind the last
     */
    public void mark(boolean[] accepted, int size, long[] rows, int from, int to) {
        Cells here = to > from && Math.min(size, to << 6) <= written ? made() : null;
        for (int w = from; w < to; w++) {
            int first = w << 6;
            int end = Math.min(64, size - first);
            rows[w] |= here instanceof Cells.Bytes bytes
                    ? accepted(bytes.of(), first, end, accepted)
                    : here instanceof Cells.Shorts shorts
                            ? accepted(shorts.of(), first, end, accepted)
                            : accepted(first, end, accepted);
        }
    }

    private static long accepted(byte[] cells, int first, int end, boolean[] accepted) {
        long bits = 0;
        for (int i = 0; i < end; i++) {
            int value = cells[first + i];
            bits |= (value >= 0 && accepted[value] ? 1L : 0L) << i;
        }
        return bits;
    }

    private static long accepted(short[] cells, int first, int end, boolean[] accepted) {
        long bits = 0;
        for (int i = 0; i < end; i++) {
            int value = cells[first + i];
            bits |= (value >= 0 && accepted[value] ? 1L : 0L) << i;
        }
        return bits;
    }

    private long accepted(int first, int end, boolean[] accepted) {
        long bits = 0;
        for (int i = 0; i < end; i++) {
            int value = at(first + i);
            bits |= (value >= 0 && accepted[value] ? 1L : 0L) << i;
        }
        return bits;
    }
}
