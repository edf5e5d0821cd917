package dev.rebound.column;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An array of whole numbers of one width. */
sealed interface Cells {
    /** The narrowest array for values of a range. */
    static Cells holding(long least, long most, int capacity) {
        if (least >= Byte.MIN_VALUE && most <= Byte.MAX_VALUE) {
            return new Bytes(new byte[capacity]);
        }
        if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
            return new Shorts(new short[capacity]);
        }
        if (least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE) {
            return new Ints(new int[capacity]);
        }
        return new Longs(new long[capacity]);
    }

    /** These values as closely as they go; for cells that will get no others. */
    static Cells closelyHolding(long[] values) {
        long least = values.length == 0 ? 0 : Long.MAX_VALUE;
        long most = values.length == 0 ? 0 : Long.MIN_VALUE;
        boolean line = values.length > 0;
        long step = values.length > 1 ? values[1] - values[0] : 0;
        for (int i = 0; i < values.length; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
            line &= values[i] == values[0] + i * step;
        }
        if (line) {
            return new Line(values[0], step, values.length);
        }
        boolean near = most - least >= 0 && most - least <= 0xffff_ffffL;
        Cells cells = (least < Integer.MIN_VALUE || most > Integer.MAX_VALUE) && near
                ? new Near(least, new int[values.length])
                : holding(least, most, values.length);
        fill(cells, values);
        return cells;
    }

    /** Known classes one after the other: asking the interface for each cell costs several times as much. */
    private static void fill(Cells cells, long[] values) {
        if (cells instanceof Bytes bytes) {
            for (int i = 0; i < values.length; i++) {
                bytes.of[i] = (byte) values[i];
            }
        } else if (cells instanceof Shorts shorts) {
            for (int i = 0; i < values.length; i++) {
                shorts.of[i] = (short) values[i];
            }
        } else if (cells instanceof Ints ints) {
            for (int i = 0; i < values.length; i++) {
                ints.of[i] = (int) values[i];
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                cells.set(i, values[i]);
            }
        }
    }

    long get(int i);

    /** The value must be within {@link #least} and {@link #most}. */
    void set(int i, long value);

    int capacity();

    long least();

    long most();

    /** The same cells with more room. */
    Cells ofCapacity(int capacity);

    default boolean holds(long value) {
        return value >= least() && value <= most();
    }

    /** One byte a cell. */
    record Bytes(byte[] of) implements Cells {
        @Override
        public long get(int i) {
            return of[i];
        }

        @Override
        public void set(int i, long value) {
            of[i] = (byte) value;
        }

        @Override
        public int capacity() {
            return of.length;
        }

        @Override
        public long least() {
            return Byte.MIN_VALUE;
        }

        @Override
        public long most() {
            return Byte.MAX_VALUE;
        }

        @Override
        public Cells ofCapacity(int capacity) {
            return new Bytes(Arrays.copyOf(of, capacity));
        }
    }

    /** Two bytes a cell. */
    record Shorts(short[] of) implements Cells {
        @Override
        public long get(int i) {
            return of[i];
        }

        @Override
        public void set(int i, long value) {
            of[i] = (short) value;
        }

        @Override
        public int capacity() {
            return of.length;
        }

        @Override
        public long least() {
            return Short.MIN_VALUE;
        }

        @Override
        public long most() {
            return Short.MAX_VALUE;
        }

        @Override
        public Cells ofCapacity(int capacity) {
            return new Shorts(Arrays.copyOf(of, capacity));
        }
    }

    /** Four bytes a cell. */
    record Ints(int[] of) implements Cells {
        @Override
        public long get(int i) {
            return of[i];
        }

        @Override
        public void set(int i, long value) {
            of[i] = (int) value;
        }

        @Override
        public int capacity() {
            return of.length;
        }

        @Override
        public long least() {
            return Integer.MIN_VALUE;
        }

        @Override
        public long most() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Cells ofCapacity(int capacity) {
            return new Ints(Arrays.copyOf(of, capacity));
        }
    }

    /** No byte a cell: all the same, or each so much more than the one before. Holds no other value. */
    record Line(long first, long step, int capacity) implements Cells {
        @Override
        public long get(int i) {
            return first + i * step;
        }

        @Override
        public void set(int i, long value) {
            if (value != get(i)) {
                throw new IllegalArgumentException(Long.toString(value));
            }
        }

        @Override
        public long least() {
            return Math.min(first, first + (capacity - 1) * step);
        }

        @Override
        public long most() {
            return Math.max(first, first + (capacity - 1) * step);
        }

        /** Nothing is nearer to it than nothing: the first value that comes makes cells of another kind of it. */
        @Override
        public boolean holds(long value) {
            return false;
        }

        @Override
        public Cells ofCapacity(int wanted) {
            return this;
        }
    }

    /** Four bytes a cell, counted from a base: times of one import. */
    record Near(long base, int[] of) implements Cells {
        @Override
        public long get(int i) {
            return base + Integer.toUnsignedLong(of[i]);
        }

        @Override
        public void set(int i, long value) {
            of[i] = (int) (value - base);
        }

        @Override
        public int capacity() {
            return of.length;
        }

        @Override
        public long least() {
            return base;
        }

        @Override
        public long most() {
            return base + 0xffff_ffffL;
        }

        @Override
        public Cells ofCapacity(int capacity) {
            return new Near(base, Arrays.copyOf(of, capacity));
        }
    }

    /** Eight bytes a cell. */
    record Longs(long[] of) implements Cells {
        @Override
        public long get(int i) {
            return of[i];
        }

        @Override
        public void set(int i, long value) {
            of[i] = value;
        }

        @Override
        public int capacity() {
            return of.length;
        }

        @Override
        public long least() {
            return Long.MIN_VALUE;
        }

        @Override
        public long most() {
            return Long.MAX_VALUE;
        }

        @Override
        public Cells ofCapacity(int capacity) {
            return new Longs(Arrays.copyOf(of, capacity));
        }
    }

    /** Cells that are made when they are first asked for; once, whoever asks. */
    final class Later implements Cells {
        private final int capacity;
        private @Nullable Supplier<long[]> kept;
        private @Nullable Cells made;

        Later(int capacity, Supplier<long[]> kept) {
            this.capacity = capacity;
            this.kept = kept;
        }

        synchronized Cells made() {
            Cells known = made;
            Supplier<long[]> how = kept;
            if (known == null && how != null) {
                known = closelyHolding(how.get());
                made = known;
                kept = null;
            }
            if (known == null) {
                throw new IllegalStateException("cells without a source");
            }
            return known;
        }

        @Override
        public long get(int i) {
            return made().get(i);
        }

        @Override
        public void set(int i, long value) {
            made().set(i, value);
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public long least() {
            return made().least();
        }

        @Override
        public long most() {
            return made().most();
        }

        @Override
        public Cells ofCapacity(int wanted) {
            return made().ofCapacity(wanted);
        }
    }
}
