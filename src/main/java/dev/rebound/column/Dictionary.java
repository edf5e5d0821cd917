package dev.rebound.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts with dense codes from 0, held as UTF-8 in one arena (about the text's length plus 10 bytes each).
 * Append-only: a code once given means the same text for ever, so that columns and older readers stay valid while one
 * writer adds. Adding is for one thread; reading codes that were handed out before publication is safe from any.
 *
 * <p>What finds a text is built when a text is first looked for: a dictionary that is only read never pays for it.
 */
public final class Dictionary {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FREE = 0;
    /** What so many rows look at stays near until their turn. */
    private static final int NEAR_ROWS = 128;

    /** A dictionary with fewer entries is near anyway. */
    private static final int FAR_ENTRIES = 20_000;

    private static final int LARGE = 1 << 20;
    /** While codes are below this, the bits above tell most other texts apart without a look at them. */
    private static final int MARKED_CODES = 1 << 24;

    private byte[] arena = new byte[1 << 8];
    private int[] starts = new int[1 << 4];
    private volatile int @Nullable [] slots;
    private int size;
    /** Where the texts come from that nobody asked for yet; null once they are here. */
    private volatile @Nullable Supplier<Texts> kept;
    /** Keeps the compiler from leaving out what nobody needs the result of. */
    @SuppressWarnings("UnusedVariable")
    private int near;

    /**
     * Texts one behind the other.
     *
     * @param starts where each begins, and where the last one ends
     */
    public record Texts(byte[] arena, int[] starts) {}

    /** Says where the first texts of this dictionary, which holds none, come from when one is first asked for. */
    public void later(int texts, Supplier<Texts> source) {
        if (size > 0) {
            throw new IllegalStateException("a dictionary of " + size + " texts");
        }
        size = texts;
        kept = source;
    }

    private void fetch() {
        if (kept != null) {
            fetched();
        }
    }

    private synchronized void fetched() {
        Supplier<Texts> source = kept;
        if (source != null) {
            Texts texts = source.get();
            arena = texts.arena();
            starts = texts.starts();
            kept = null;
        }
    }

    /** Number of distinct texts. */
    public int size() {
        return size;
    }

    /** The code of the text, adding it when it is new. */
    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    }

    /** The code of a text in UTF-8 whose {@link #hash} is known, adding it when it is new. */
    public int add(byte[] bytes, int from, int to, int hash) {
        int[] table = table();
        int slot = slotOf(table, bytes, from, to, hash);
        if (table[slot] != FREE) {
            return code(table[slot]);
        }
        append(bytes, from, to);
        table[slot] = entry(size - 1, hash);
        if (size * 4L > table.length * 3L || size == MARKED_CODES) {
            slots = place(size * 4L > table.length * 3L ? table.length * 2 : table.length);
        }
        return size - 1;
    }

    /**
     * The codes of several texts, adding those that are new.
     *
     * @param from where the text of each row begins in {@code bytes}
     * @param to where it ends; 0 where a row has none, whose code is -1
     * @param hash the {@link #hash} of each row's text
     * @param rows the rows that are meant, from {@code begin} to {@code end}
     * @param codes gets their codes, from 0 on
     */
    public void add(byte[] bytes, int[] from, int[] to, int[] hash, int[] rows, int begin, int end, int[] codes) {
        for (int near = begin; near < end; near += NEAR_ROWS) {
            int last = Math.min(end, near + NEAR_ROWS);
            if (size > FAR_ENTRIES) {
                for (int i = near; i < last; i++) {
                    bringNear(hash[rows[i]]);
                }
            }
            for (int i = near; i < last; i++) {
                int row = rows[i];
                codes[i - begin] = to[row] == 0 ? -1 : add(bytes, from[row], to[row], hash[row]);
            }
        }
    }

    /**
     * Brings near what adding a text with this hash will look at. Most of a large dictionary is far from the processor, and
     * many such ways at once take hardly longer than one. Changes nothing that is ever asked for.
     */
    private void bringNear(int hash) {
        int[] table = table();
        int entry = table[hash & (table.length - 1)];
        if (entry != FREE && (size >= MARKED_CODES || (entry ^ hash) >>> 24 == 0)) {
            near += arena[starts[code(entry)]];
        }
    }

    /** Adds a text that is known to be new, as when what was kept is read back. */
    public void append(byte[] bytes, int from, int to) {
        fetch();
        int start = starts[size];
        int length = to - from;
        if (start + length > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(wider(arena.length), start + length));
        }
        System.arraycopy(bytes, from, arena, start, length);
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, wider(starts.length));
        }
        starts[size + 1] = start + length;
        size++;
    }

    /** The code of the text, or -1 when it was never added. */
    public int find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    }

    /** The code of a text in UTF-8 whose {@link #hash} is known, or -1 when it was never added. */
    public int find(byte[] bytes, int from, int to, int hash) {
        int[] table = table();
        int entry = table[slotOf(table, bytes, from, to, hash)];
        return entry == FREE ? -1 : code(entry);
    }

    /** The text of a code. */
    public String value(int code) {
        fetch();
        return new String(arena, starts[code], starts[code + 1] - starts[code], StandardCharsets.UTF_8);
    }

    /** The UTF-8 bytes of a code's text. */
    public byte[] bytes(int code) {
        fetch();
        return Arrays.copyOfRange(arena, starts[code], starts[code + 1]);
    }

    /** Number of UTF-8 bytes of a code's text. */
    public int length(int code) {
        fetch();
        return starts[code + 1] - starts[code];
    }

    /** Number of UTF-8 bytes of the texts from one code (inclusive) to another (exclusive). */
    public int lengths(int from, int to) {
        fetch();
        return starts[to] - starts[from];
    }

    /** Copies a code's UTF-8 bytes; gives the place behind them. */
    public int copy(int code, byte[] into, int at) {
        int n = length(code);
        System.arraycopy(arena, starts[code], into, at, n);
        return at + n;
    }

    /**
     * Looks for ASCII in lower case in texts, the case of their letters aside, without making texts of them.
     *
     * @param from first code and {@code to} code behind the last
     * @param whole whether it must be all of a text
     * @param accepted gets true for each code that has it
     * @param beyond is asked about texts with letters beyond ASCII, which have more than one form
     * @return how many codes have it
     */
    public int search(byte[] lower, boolean whole, int from, int to, boolean[] accepted, IntPredicate beyond) {
        fetch();
        int found = whole ? equal(lower, from, to, accepted) : containing(lower, from, to, accepted);
        for (int code = nextBeyondAscii(from, to); code < to; code = nextBeyondAscii(code + 1, to)) {
            found -= accepted[code] ? 1 : 0;
            accepted[code] = beyond.test(code);
            found += accepted[code] ? 1 : 0;
        }
        return found;
    }

    private int equal(byte[] lower, int from, int to, boolean[] accepted) {
        int found = 0;
        for (int code = from; code < to; code++) {
            if (starts[code + 1] - starts[code] == lower.length && BytePart.isAt(arena, starts[code], lower)) {
                accepted[code] = true;
                found++;
            }
        }
        return found;
    }

    private int containing(byte[] lower, int from, int to, boolean[] accepted) {
        BytePart part = new BytePart(lower);
        int found = 0;
        int at = part.next(arena, starts[from], starts[to]);
        while (at >= 0) {
            int code = codeAt(at, from, to);
            boolean within = at + lower.length <= starts[code + 1];
            if (within) {
                accepted[code] = true;
                found++;
            }
            at = part.next(arena, within ? starts[code + 1] : at + 1, starts[to]);
        }
        return found;
    }

    /** The code of the text that holds a byte. */
    private int codeAt(int at, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The first code at or after one whose text has letters beyond ASCII; {@code to} where there is none. */
    private int nextBeyondAscii(int from, int to) {
        int end = starts[to];
        int i = from >= to ? end : starts[from];
        for (; i + 8 <= end; i += 8) {
            long high = (long) LONGS.get(arena, i) & 0x8080808080808080L;
            if (high != 0) {
                return codeAt(i + (Long.numberOfTrailingZeros(high) >>> 3), from, to);
            }
        }
        for (; i < end; i++) {
            if (arena[i] < 0) {
                return codeAt(i, from, to);
            }
        }
        return to;
    }

    /** Forgets every text added since the dictionary had this size; their codes must no longer be in use. */
    public void truncate(int toSize) {
        fetch();
        if (toSize < size) {
            size = toSize;
            int[] table = slots;
            slots = table == null ? null : place(table.length);
        }
    }

    /** Doubling what is already large would hold megabytes of nothing. */
    private static int wider(int length) {
        return length + (length < LARGE ? length : length / 4);
    }

    private int[] table() {
        int[] table = slots;
        return table == null ? built() : table;
    }

    private synchronized int[] built() {
        fetch();
        int[] table = slots;
        if (table == null) {
            table = place(Math.max(1 << 5, Integer.highestOneBit(Math.max(1, size)) * 2));
            slots = table;
        }
        return table;
    }

    private int slotOf(int[] table, byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != FREE
                && !((size >= MARKED_CODES || (table[slot] ^ hash) >>> 24 == 0)
                        && holds(code(table[slot]), bytes, from, to))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int entry(int code, int hash) {
        return size >= MARKED_CODES ? code + 1 : (hash & ~(MARKED_CODES - 1)) | (code + 1);
    }

    private int code(int entry) {
        return (size >= MARKED_CODES ? entry : entry & (MARKED_CODES - 1)) - 1;
    }

    private boolean holds(int code, byte[] bytes, int from, int to) {
        return Arrays.equals(arena, starts[code], starts[code + 1], bytes, from, to);
    }

    private int[] place(int least) {
        int capacity = least;
        while (size * 4L > capacity * 3L) {
            capacity *= 2;
        }
        int[] fresh = new int[capacity];
        int mask = capacity - 1;
        for (int code = 0; code < size; code++) {
            int hash = hash(arena, starts[code], starts[code + 1]);
            int slot = hash & mask;
            while (fresh[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            fresh[slot] = entry(code, hash);
        }
        return fresh;
    }

    /** The hash by which a text in UTF-8 is found. */
    public static int hash(byte[] bytes, int from, int to) {
        long h = (to - from) * 0x9E3779B97F4A7C15L;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            h = (h ^ (long) LONGS.get(bytes, i)) * 0xD6E8FEB86659FD93L;
            h ^= h >>> 32;
        }
        long tail = 0;
        for (; i < to; i++) {
            tail = (tail << 8) | (bytes[i] & 0xff);
        }
        h = (h ^ tail) * 0xD6E8FEB86659FD93L;
        h ^= h >>> 29;
        return (int) (h ^ h >>> 32);
    }
}
