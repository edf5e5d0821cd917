package dev.rebound.index;

/** Ascending times in four bytes each, counted from a base for every few hundred; in eight where they lie far apart. */
final class SortedTimes {
    private static final int SHIFT = 8;
    private static final long MOST_APART = 0xffff_ffffL;

    private final int[] offsets;
    private final long[] bases;
    /** Used instead where a block spans more than seven weeks. */
    private final long[] wide;

    private SortedTimes(int[] offsets, long[] bases, long[] wide) {
        this.offsets = offsets;
        this.bases = bases;
        this.wide = wide;
    }

    long get(int i) {
        return wide.length > 0 ? wide[i] : bases[i >>> SHIFT] + Integer.toUnsignedLong(offsets[i]);
    }

    /** Collects times in ascending order. */
    static final class Builder {
        private int[] offsets;
        private long[] bases;
        private long[] wide = new long[0];
        private int size;

        Builder(int size) {
            offsets = new int[size];
            bases = new long[(size >>> SHIFT) + 1];
        }

        void add(long time) {
            if (wide.length == 0) {
                if ((size & ((1 << SHIFT) - 1)) == 0) {
                    bases[size >>> SHIFT] = time;
                }
                long offset = time - bases[size >>> SHIFT];
                if (offset <= MOST_APART) {
                    offsets[size++] = (int) offset;
                    return;
                }
                widen();
            }
            wide[size++] = time;
        }

        private void widen() {
            wide = new long[offsets.length];
            for (int i = 0; i < size; i++) {
                wide[i] = bases[i >>> SHIFT] + Integer.toUnsignedLong(offsets[i]);
            }
            offsets = new int[0];
            bases = new long[0];
        }

        /** Adds the first times of another list; nothing must be added yet. */
        void addFirst(SortedTimes other, int n) {
            int whole = other.wide.length > 0 ? 0 : (n >>> SHIFT) << SHIFT;
            System.arraycopy(other.offsets, 0, offsets, 0, whole);
            System.arraycopy(other.bases, 0, bases, 0, whole >>> SHIFT);
            size = whole;
            for (int i = whole; i < n; i++) {
                add(other.get(i));
            }
        }

        SortedTimes built() {
            return new SortedTimes(offsets, bases, wide);
        }
    }
}
