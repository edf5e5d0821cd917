package dev.rebound.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts with dense codes from 0, held as UTF-8 in one arena (about the text's length plus 12 bytes each).
 * Append-only: a code once given means the same text for ever, so that columns and older readers stay valid while one
 * writer adds. Adding is for one thread; reading codes that were handed out before publication is safe from any.
 */
public final class Dictionary {
    private static final int FREE = 0;
    private static final int LARGE = 1 << 20;

    private byte[] arena = new byte[1 << 10];
    private int[] starts = new int[1 << 6];
    private int[] slots = new int[1 << 7];
    private int size;

    /** Number of distinct texts. */
    public int size() {
        return size;
    }

    /** The code of the text, adding it when it is new. */
    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int slot = slotOf(bytes);
        if (slots[slot] != FREE) {
            return slots[slot] - 1;
        }
        append(bytes);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /** The code of the text, or -1 when it was never added. */
    public int find(String text) {
        return slots[slotOf(text.getBytes(StandardCharsets.UTF_8))] - 1;
    }

    /** The text of a code. */
    public String value(int code) {
        return new String(arena, starts[code], starts[code + 1] - starts[code], StandardCharsets.UTF_8);
    }

    /** Number of UTF-8 bytes of a code's text. */
    public int length(int code) {
        return starts[code + 1] - starts[code];
    }

    /** Forgets every text added since the dictionary had this size; their codes must no longer be in use. */
    public void truncate(int toSize) {
        if (toSize < size) {
            size = toSize;
            slots = place(slots.length);
        }
    }

    private void append(byte[] bytes) {
        int start = starts[size];
        if (start + bytes.length > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(wider(arena.length), start + bytes.length));
        }
        System.arraycopy(bytes, 0, arena, start, bytes.length);
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, wider(starts.length));
        }
        starts[size + 1] = start + bytes.length;
        size++;
    }

    /** Doubling what is already large would hold megabytes of nothing. */
    private static int wider(int length) {
        return length + (length < LARGE ? length : length / 4);
    }

    private int slotOf(byte[] bytes) {
        int mask = slots.length - 1;
        int slot = hash(bytes, 0, bytes.length) & mask;
        while (slots[slot] != FREE && !holds(slots[slot] - 1, bytes)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int code, byte[] bytes) {
        return Arrays.equals(arena, starts[code], starts[code + 1], bytes, 0, bytes.length);
    }

    private void rehash() {
        slots = place(slots.length * 2);
    }

    private int[] place(int capacity) {
        int[] fresh = new int[capacity];
        int mask = capacity - 1;
        for (int code = 0; code < size; code++) {
            int slot = hash(arena, starts[code], starts[code + 1]) & mask;
            while (fresh[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            fresh[slot] = code + 1;
        }
        return fresh;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int h = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            h = (h ^ bytes[i]) * 0x01000193;
        }
        return h ^ (h >>> 15);
    }
}
