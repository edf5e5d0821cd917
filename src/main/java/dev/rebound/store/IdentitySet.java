package dev.rebound.store;

import java.util.Arrays;

/**
 * A set of 128-bit identities in open addressing, 16 bytes a slot, in parts that grow one after the other: the whole never
 * stands in memory twice. Not for several threads.
 */
final class IdentitySet {
    private static final int PARTS = 256;
    private static final int FIRST_SLOTS = 16;

    private final long[][] parts = new long[PARTS][];
    private final int[] sizes = new int[PARTS];
    private int size;
    private boolean hasZero;
    /** Keeps the compiler from leaving out what nobody needs the result of. */
    @SuppressWarnings("UnusedVariable")
    private long near;

    IdentitySet() {
        Arrays.setAll(parts, p -> new long[2 * FIRST_SLOTS]);
    }

    /** Adds an identity; false when it was there. */
    boolean add(long high, long low) {
        if (high == 0 && low == 0) {
            boolean fresh = !hasZero;
            hasZero = true;
            return fresh;
        }
        int part = (int) (high >>> 56);
        long[] slots = parts[part];
        int slot = find(slots, high, low);
        if (slots[slot] != 0 || slots[slot + 1] != 0) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        size++;
        if (++sizes[part] * 8L > slots.length * 3L) {
            parts[part] = wider(slots);
        }
        return true;
    }

    /** Brings near what adding these identities will look at, all at once instead of one after the other. */
    void bringNear(long[] halves, int from, int to) {
        long seen = 0;
        for (int i = from; i < to; i++) {
            long[] slots = parts[(int) (halves[2 * i] >>> 56)];
            seen += slots[slot(slots, halves[2 * i + 1])];
        }
        near = seen;
    }

    private static int slot(long[] slots, long low) {
        return (int) (((low >>> 32) * (slots.length >>> 1)) >>> 32) << 1;
    }

    private static int find(long[] slots, long high, long low) {
        int slot = slot(slots, low);
        while ((slots[slot] != 0 || slots[slot + 1] != 0) && (slots[slot] != high || slots[slot + 1] != low)) {
            slot += 2;
            if (slot == slots.length) {
                slot = 0;
            }
        }
        return slot;
    }

    private static long[] wider(long[] slots) {
        long[] wider = new long[(slots.length >>> 1) * 3];
        if ((wider.length & 1) != 0) {
            wider = new long[wider.length + 1];
        }
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                int slot = find(wider, slots[i], slots[i + 1]);
                wider[slot] = slots[i];
                wider[slot + 1] = slots[i + 1];
            }
        }
        return wider;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }
}
