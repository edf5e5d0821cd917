package dev.rebound.index;

import dev.rebound.column.LongCells;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A set of row numbers below a fixed size, 64 rows a word. Mutable while it is built; callers share finished ones. */
public final class Bitmap {
    private final long[] words;
    private final int size;

    private Bitmap(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    /** No row of a table of this size. */
    public static Bitmap none(int size) {
        return new Bitmap(new long[(size + 63) >>> 6], size);
    }

    /** Every row of a table of this size. */
    public static Bitmap all(int size) {
        Bitmap b = none(size);
        Arrays.fill(b.words, -1L);
        b.clearTail();
        return b;
    }

    /** The rows from one (inclusive) to another (exclusive). */
    public static Bitmap range(int size, int from, int to) {
        return all(size).between(from, to);
    }

    private void clearTail() {
        if ((size & 63) != 0) {
            words[words.length - 1] &= (1L << size) - 1;
        }
    }

    /** Number of rows of the table, not of the set. */
    public int size() {
        return size;
    }

    /** Puts a row into the set. */
    public void set(int row) {
        words[row >>> 6] |= 1L << row;
    }

    /** Whether a row is in the set. */
    public boolean get(int row) {
        return (words[row >>> 6] & 1L << row) != 0;
    }

    /** Rows in both. */
    public Bitmap and(Bitmap other) {
        long[] w = words.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] &= other.words[i];
        }
        return new Bitmap(w, size);
    }

    /** Rows in either. */
    public Bitmap or(Bitmap other) {
        long[] w = words.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] |= other.words[i];
        }
        return new Bitmap(w, size);
    }

    /** Rows of this set that are not in the other. */
    public Bitmap without(Bitmap other) {
        long[] w = words.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] &= ~other.words[i];
        }
        return new Bitmap(w, size);
    }

    /** Those rows of this set that a test accepts, which is asked for them alone. */
    public Bitmap where(IntPredicate accepted) {
        Bitmap rows = none(size);
        forEach(row -> {
            if (accepted.test(row)) {
                rows.set(row);
            }
        });
        return rows;
    }

    /** Rows of the table that are not in this set. */
    public Bitmap not() {
        long[] w = words.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] = ~w[i];
        }
        Bitmap b = new Bitmap(w, size);
        if (w.length > 0) {
            b.clearTail();
        }
        return b;
    }

    /** Number of rows in the set. */
    public int cardinality() {
        int n = 0;
        for (long w : words) {
            n += Long.bitCount(w);
        }
        return n;
    }

    /** The first row in the set at or after this one, or -1. */
    public int next(int row) {
        if (row >= size) {
            return -1;
        }
        int i = row >>> 6;
        long w = words[i] & -1L << row;
        while (w == 0) {
            if (++i == words.length) {
                return -1;
            }
            w = words[i];
        }
        return (i << 6) + Long.numberOfTrailingZeros(w);
    }

    /** The row that has {@code n} rows of the set before it, or -1 when there are not so many. */
    public int nth(long n) {
        long left = n;
        for (int i = 0; i < words.length; i++) {
            int here = Long.bitCount(words[i]);
            if (left < here) {
                long w = words[i];
                for (; left > 0; left--) {
                    w &= w - 1;
                }
                return (i << 6) + Long.numberOfTrailingZeros(w);
            }
            left -= here;
        }
        return -1;
    }

    /** Number of rows of the set before a row. */
    public int before(int row) {
        int n = 0;
        for (int i = 0; i < row >>> 6; i++) {
            n += Long.bitCount(words[i]);
        }
        return (row & 63) == 0 ? n : n + Long.bitCount(words[row >>> 6] & (1L << row) - 1);
    }

    /** Counts the cells of a column at the rows of the set, by their value; negative ones are left out. */
    public void tally(LongCells column, long[] counts) {
        if (words.length < MANY_WORDS || counts.length > FEW_COUNTS) {
            column.tally(words, 0, words.length, counts);
            return;
        }
        long[][] each = new long[parts(words.length)][];
        inParts(words.length, (part, from, to) -> {
            long[] own = new long[counts.length];
            column.tally(words, from, to, own);
            each[part] = own;
        });
        for (long[] own : each) {
            for (int c = 0; c < counts.length; c++) {
                counts[c] += own[c];
            }
        }
    }

    /** The rows whose cell has an accepted value. */
    public static Bitmap of(LongCells column, boolean[] accepted, int size) {
        Bitmap rows = none(size);
        inParts(rows.words.length, (part, from, to) -> column.mark(accepted, size, rows.words, from, to));
        return rows;
    }

    /** The rows whose cell, in ascending rows of another array, names one of a set. */
    static Bitmap of(int[] cells, int[] rows, Bitmap wanted) {
        Bitmap found = none(rows.length);
        inParts(found.words.length, (part, from, to) -> {
            for (int w = from; w < to; w++) {
                int first = w << 6;
                int end = Math.min(64, rows.length - first);
                long bits = 0;
                for (int i = 0; i < end; i++) {
                    int cell = cells[rows[first + i]];
                    bits |= (wanted.words[cell >>> 6] >>> cell & 1L) << i;
                }
                found.words[w] = bits;
            }
        });
        return found;
    }

    /** The places of a list that are true. */
    static Bitmap of(boolean[] list) {
        Bitmap rows = none(list.length);
        for (int i = 0; i < list.length; i++) {
            if (list[i]) {
                rows.set(i);
            }
        }
        return rows;
    }

    /** The rows that a test accepts, which is asked by several threads at once. */
    public static Bitmap where(int size, IntPredicate accepted) {
        Bitmap rows = none(size);
        inParts(rows.words.length, (part, from, to) -> {
            int end = (int) Math.min(size, (long) to << 6);
            for (int row = from << 6; row < end; row++) {
                if (accepted.test(row)) {
                    rows.set(row);
                }
            }
        });
        return rows;
    }

    /**
     * Works out something of parts of this set beside each other where it is large, else of all of it at once.
     *
     * @param together makes one of the answers of a part and of the rows behind it
     */
    public <T> T inParts(Function<Bitmap, T> of, BinaryOperator<T> together) {
        int parts = parts(words.length);
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(p -> of.apply(parts == 1 ? this : between(part(p, parts), part(p + 1, parts))))
                .reduce(together)
                .orElseThrow();
    }

    private int part(int number, int parts) {
        return (int) ((long) size * number / parts);
    }

    /** What is done with a run of words; no two runs share one. */
    private interface Part {
        void visit(int part, int from, int to);
    }

    /** Beside each other where there are many words, else at once. */
    private static void inParts(int words, Part work) {
        int parts = parts(words);
        if (parts == 1) {
            work.visit(0, 0, words);
            return;
        }
        IntStream.range(0, parts)
                .parallel()
                .forEach(p -> work.visit(p, (int) ((long) words * p / parts), (int) ((long) words * (p + 1) / parts)));
    }

    private static int parts(int words) {
        return words < MANY_WORDS ? 1 : Runtime.getRuntime().availableProcessors();
    }

    /** Words for which a second thread is worth its beginning. */
    private static final int MANY_WORDS = 4_096;

    /** More counts than this cost more to add up than they save. */
    private static final int FEW_COUNTS = 1 << 16;

    /** The rows of the set from one (inclusive) to another (exclusive). */
    public Bitmap between(int from, int to) {
        Bitmap part = none(size);
        if (from >= to) {
            return part;
        }
        int first = from >>> 6;
        int last = (to - 1) >>> 6;
        System.arraycopy(words, first, part.words, first, last - first + 1);
        part.words[first] &= -1L << from;
        part.words[last] &= -1L >>> -to;
        return part;
    }

    /** Visits the rows of the set in ascending order. */
    public void forEach(IntConsumer visitor) {
        for (int i = 0; i < words.length; i++) {
            for (long w = words[i]; w != 0; w &= w - 1) {
                visitor.accept((i << 6) + Long.numberOfTrailingZeros(w));
            }
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bitmap b && b.size == size && Arrays.equals(b.words, words);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(words);
    }
}
