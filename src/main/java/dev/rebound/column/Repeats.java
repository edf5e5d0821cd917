package dev.rebound.column;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Events of one import that were known already and not stored again: of each the address and the id of the message it
 * belongs to, as codes, and its kind. So a repeat still counts where a person looks for it.
 */
public final class Repeats {
    /** The first id that an event has names its message. */
    private static final EventText[] IDS = {EventText.DISPATCH_ID, EventText.SEND_ID, EventText.MESSAGE_ID};

    private static final long NO_ID = -1;
    private static final EventKind[] KINDS = EventKind.values();

    /** The code of the address, and above it the kind by one more than its place; older stores hold the code alone. */
    private final LongCells address = new LongCells(-1);

    private final LongCells id = new LongCells(NO_ID);
    private final LongCells event = new LongCells(0);
    private int size;

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
     */
    public void add(Key key, EventKind kind, long identity) {
        put((kind.ordinal() + 1L) << 32 | (key.address() & 0xffffffffL), key.id(), identity);
    }

    private void put(long addressAndKind, long id, long identity) {
        address.add(addressAndKind);
        this.id.add(id);
        event.add(identity);
        size++;
    }

    /** Number of repeated events. */
    public int size() {
        return size;
    }

    /** Adds up the repeats of each message, as {@link RepeatCount}. */
    public void countInto(Map<Key, Long> counts) {
        each((key, kind) -> counts.put(key, RepeatCount.plusOne(counts.getOrDefault(key, 0L), kind)));
    }

    /** Tells every repeated event by its message and its kind, which older stores do not hold. */
    public void each(BiConsumer<Key, @Nullable EventKind> taker) {
        for (int i = 0; i < size; i++) {
            long kind = (address.get(i) >> 32) - 1;
            taker.accept(
                    new Key(address.at(i), id.get(i)), kind >= 0 && kind < KINDS.length ? KINDS[(int) kind] : null);
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

    /** Everything as numbers: the addresses with their kinds, then the ids, then the identities. */
    public long[] flat() {
        long[] out = new long[3 * size];
        System.arraycopy(address.slice(0, size), 0, out, 0, size);
        System.arraycopy(id.slice(0, size), 0, out, size, size);
        System.arraycopy(event.slice(0, size), 0, out, 2 * size, size);
        return out;
    }

    /** From the addresses and ids that {@link #flat} gave; what is counted needs no identities. */
    public static Repeats of(long[] flat) {
        Repeats repeats = new Repeats();
        int size = flat.length / 2;
        for (int i = 0; i < size; i++) {
            repeats.put(flat[i], flat[size + i], 0);
        }
        return repeats;
    }
}
