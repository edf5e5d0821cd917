package dev.rebound.column;

import java.util.Arrays;

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

    /** The narrowest array for values of a range that will get no others. */
    static Cells closelyHolding(long least, long most, int capacity) {
        boolean near = most - least >= 0 && most - least <= 0xffff_ffffL;
        return (least < Integer.MIN_VALUE || most > Integer.MAX_VALUE) && near
                ? new Near(least, new int[capacity])
                : holding(least, most, capacity);
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
}
