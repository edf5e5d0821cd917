package dev.rebound.store;

/** A set of 128-bit identities in open addressing, 16 bytes a slot. Not for several threads. */
final class IdentitySet {
    private long[] slots = new long[1 << 12];
    private int size;
    private boolean hasZero;

    /** Adds an identity; false when it was there. */
    boolean add(long high, long low) {
        if (high == 0 && low == 0) {
            boolean fresh = !hasZero;
            hasZero = true;
            return fresh;
        }
        int slot = find(slots, high, low);
        if (slots[slot] != 0 || slots[slot + 1] != 0) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        if (++size * 3 > slots.length) {
            grow();
        }
        return true;
    }

    private static int find(long[] slots, long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) (high * 2) & mask;
        while ((slots[slot] != 0 || slots[slot + 1] != 0) && (slots[slot] != high || slots[slot + 1] != low)) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                int slot = find(wider, slots[i], slots[i + 1]);
                wider[slot] = slots[i];
                wider[slot + 1] = slots[i + 1];
            }
        }
        slots = wider;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }
}
