package dev.rebound.column;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Events of one import that were known already and not stored again: of each the address and the id of the message it
 * belongs to, as codes, its kind, and how often it came. So a repeat still counts where a person looks for it, and an event
 * that comes again a million times takes no more memory than one that comes again once.
 */
public final class Repeats {
    /** The first id that an event has names its message. */
    private static final EventText[] IDS = {EventText.DISPATCH_ID, EventText.SEND_ID, EventText.MESSAGE_ID};

    private static final long NO_ID = -1;
    private static final EventKind[] KINDS = EventKind.values();
    private static final int FIRST_PLACES = 64;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Numbers of an event, as {@link #flat} gives them. */
    public static final int COLUMNS = 4;

    /** How many of them, the first ones, are needed to count. */
    public static final int COUNTED_COLUMNS = 3;

    private static final int KIND_AT = 32;
    private static final long KIND_BITS = 0xff;

    /** By what an event is known to be one that was told before. */
    public enum KnownBy {
        /** Its source gave it an id. */
        ID,
        /** Its source gave it none: what tells the same of the same second is taken for the same. */
        CONTENT
    }

    private static final KnownBy[] KNOWN_BY = KnownBy.values();
    private static final int KNOWN_BY_AT = 40;

    /**
     * The code of the address, above it the kind by one more than its place, and above that by what it is known, likewise;
     * older stores hold the code alone, or the code and the kind.
     */
    private final LongCells address = new LongCells(-1);

    private final LongCells id = new LongCells(NO_ID);
    private final LongCells event = new LongCells(0);
    private final LongCells times = new LongCells(1);
    private int size;

    /** Where each event stands, by its identity, in open addressing: one more than its place; made by the first to add. */
    private int[] places = {};

    /** One message of one address. */
    public record Key(int address, long id) {
        /** The field of the id; null where there is none. */
        public @Nullable EventText field() {
            return id == NO_ID ? null : TEXTS[(int) (id >>> 32)];
        }

        /** The code of the id in its field. */
        public int code() {
            return (int) id;
        }
    }

    /** What an event or a message with these codes (negative where it has none) counts under. */
    public static Key key(int address, ToIntFunction<EventText> code) {
        for (EventText field : IDS) {
            if (code.applyAsInt(field) >= 0) {
                return new Key(address, (long) field.ordinal() << 32 | code.applyAsInt(field));
            }
        }
        return new Key(address, NO_ID);
    }

    /**
     * Adds one repeated event.
     *
     * @param identity by what the event is known
     * @param by what that identity is made of
     */
    public void add(Key key, EventKind kind, long identity, KnownBy by) {
        long addressAndKind =
                (by.ordinal() + 1L) << KNOWN_BY_AT | (kind.ordinal() + 1L) << KIND_AT | (key.address() & 0xffffffffL);
        if (2 * size >= places.length) {
            widen();
        }
        int slot = slot(identity);
        while (places[slot] != 0) {
            int at = places[slot] - 1;
            if (event.get(at) == identity && address.get(at) == addressAndKind && id.get(at) == key.id()) {
                times.put(at, times.get(at) + 1);
                return;
            }
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = size + 1;
        put(addressAndKind, key.id(), 1, identity);
    }

    private int slot(long identity) {
        return (int) ((identity * SPREAD) >>> 32) & (places.length - 1);
    }

    private void widen() {
        places = new int[Math.max(FIRST_PLACES, 2 * places.length)];
        for (int at = 0; at < size; at++) {
            int slot = slot(event.get(at));
            while (places[slot] != 0) {
                slot = (slot + 1) & (places.length - 1);
            }
            places[slot] = at + 1;
        }
    }

    private void put(long addressAndKind, long id, long count, long identity) {
        address.add(addressAndKind);
        this.id.add(id);
        times.add(count);
        event.add(identity);
        size++;
    }

    /** Number of different events that came again. */
    public int size() {
        return size;
    }

    /** Adds up the repeats of each message, as {@link RepeatCount}. */
    public void countInto(Map<Key, Long> counts) {
        each((key, kind, by, n) -> {
            long sum = RepeatCount.plus(counts.getOrDefault(key, 0L), kind, n);
            counts.put(key, by == KnownBy.CONTENT ? RepeatCount.probable(sum) : sum);
        });
    }

    /**
     * Hears of a repeated event by its message, its kind and by what it is known, which older stores do not hold, and how
     * often it came.
     */
    public interface Taker {
        /** One event. */
        void take(Key key, @Nullable EventKind kind, @Nullable KnownBy by, long count);
    }

    /** Tells every repeated event. */
    public void each(Taker taker) {
        for (int i = 0; i < size; i++) {
            long cell = address.get(i);
            long kind = cell < 0 ? -1 : (cell >> KIND_AT & KIND_BITS) - 1;
            long by = cell < 0 ? -1 : (cell >> KNOWN_BY_AT) - 1;
            taker.take(
                    new Key(address.at(i), id.get(i)),
                    kind >= 0 && kind < KINDS.length ? KINDS[(int) kind] : null,
                    by >= 0 && by < KNOWN_BY.length ? KNOWN_BY[(int) by] : null,
                    times.get(i));
        }
    }

    /** Tells every code that is held: the address's, and the message id's in its field (null where there is none). */
    public void codes(CodeTaker taker) {
        for (int i = 0; i < size; i++) {
            taker.take(null, address.at(i));
            if (id.get(i) != NO_ID) {
                taker.take(TEXTS[(int) (id.get(i) >>> 32)], (int) id.get(i));
            }
        }
    }

    private static final EventText[] TEXTS = EventText.values();

    /** Hears of a code: of an address where the field is null, else of a text of that field. */
    public interface CodeTaker {
        /** One code. */
        void take(@Nullable EventText field, int code);
    }

    /** How often each message's events came again, over several imports, as {@link RepeatCount}. */
    public static Map<Key, Long> counts(Iterable<Repeats> all) {
        Map<Key, Long> counts = new HashMap<>();
        all.forEach(r -> r.countInto(counts));
        return counts;
    }

    /**
     * The events from one place (inclusive) to another (exclusive) as numbers: the addresses with their kinds, then the ids,
     * then how often each came, then the identities.
     */
    public long[] flat(int from, int to) {
        int n = to - from;
        long[] out = Arrays.copyOf(address.slice(from, to), COLUMNS * n);
        System.arraycopy(id.slice(from, to), 0, out, n, n);
        System.arraycopy(times.slice(from, to), 0, out, 2 * n, n);
        System.arraycopy(event.slice(from, to), 0, out, 3 * n, n);
        return out;
    }

    /** Adds the events of which {@link #flat} gave these first three columns; what is counted needs no identities. */
    public void add(long[] flat) {
        int n = flat.length / COUNTED_COLUMNS;
        for (int i = 0; i < n; i++) {
            put(flat[i], flat[n + i], flat[2 * n + i], 0);
        }
    }

    /** Adds events that were kept one by one: their addresses, then their ids. */
    public void addSingle(long[] flat) {
        int n = flat.length / 2;
        for (int i = 0; i < n; i++) {
            put(flat[i], flat[n + i], 1, 0);
        }
    }
}
