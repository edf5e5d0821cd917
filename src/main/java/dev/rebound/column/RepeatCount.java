package dev.rebound.column;

import dev.rebound.domain.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * How many events of one message came again, in all and of each kind, as one number for a column. In the lowest 20 bits
 * all of them; above, three bits for each kind that a message's figures are made of. A full field stands for that many or
 * more. Repeats of which nothing told the kind count in all alone.
 */
public final class RepeatCount {
    private static final int ALL_BITS = 20;
    private static final long ALL = (1L << ALL_BITS) - 1;
    private static final int KIND_BITS = 3;
    private static final long MOST = (1L << KIND_BITS) - 1;
    private static final int KINDS = EventKind.ABORT.ordinal() + 1;

    private RepeatCount() {}

    /** So many more events, of this kind (null where it is not known). */
    public static long plus(long count, @Nullable EventKind kind, long more) {
        long sum = count - (count & ALL) + Math.min(ALL, (count & ALL) + more);
        return kind == null || kind.ordinal() >= KINDS
                ? sum
                : sum + ((Math.min(MOST, of(count, kind) + more) - of(count, kind)) << place(kind));
    }

    /** Two counts together. */
    public static long plus(long a, long b) {
        long sum = Math.min(ALL, (a & ALL) + (b & ALL));
        for (int k = 0; k < KINDS; k++) {
            int place = ALL_BITS + KIND_BITS * k;
            sum |= Math.min(MOST, (a >>> place & MOST) + (b >>> place & MOST)) << place;
        }
        return sum;
    }

    /** How many events in all. */
    public static int all(long count) {
        return (int) (count & ALL);
    }

    /** How many are known to be of a kind; never more than there are. */
    public static int of(long count, EventKind kind) {
        return kind.ordinal() >= KINDS ? 0 : (int) (count >>> place(kind) & MOST);
    }

    private static int place(EventKind kind) {
        return ALL_BITS + KIND_BITS * kind.ordinal();
    }
}
