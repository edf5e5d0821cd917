package dev.rebound.column;

import dev.rebound.domain.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * How many events of one message came again, in all and of each kind, as one number for a column. In the lowest 20 bits
 * all of them; above, three bits for each kind that a message's figures are made of. Where a million is not enough, the
 * highest bit but one says so, and all of them take 31 bits and each kind two. A full field of a kind stands for that many
 * or more. Repeats of which nothing told the kind count in all alone. The highest bit says whether one of them is only
 * probably the same.
 */
public final class RepeatCount {
    private static final int KINDS = EventKind.ABORT.ordinal() + 1;
    private static final long IS_LARGE = 1L << 62;
    private static final long IS_PROBABLE = Long.MIN_VALUE;
    private static final int SMALL_BITS = 20;
    private static final int LARGE_BITS = 31;

    private RepeatCount() {}

    /** So many more events, of this kind (null where it is not known). */
    public static long plus(long count, @Nullable EventKind kind, long more) {
        return sum(count, more, kind == null ? KINDS : kind.ordinal(), more, 0);
    }

    /** Two counts together. */
    public static long plus(long a, long b) {
        return sum(a, all(b), KINDS, 0, b);
    }

    /** The same count, of which one is known by what it tells and by no id. */
    public static long probable(long count) {
        return count | IS_PROBABLE;
    }

    /** Whether any of them is known by what it tells and by no id. */
    public static boolean isProbable(long count) {
        return count < 0;
    }

    /** A count with more of one kind, and with as many of each kind as another count tells. */
    private static long sum(long count, long more, int kind, long ofKind, long other) {
        long all = Math.min(Integer.MAX_VALUE, (long) all(count) + more);
        long sum = (all < 1 << SMALL_BITS ? all : IS_LARGE | all) | ((count | other) & IS_PROBABLE);
        for (int k = 0; k < KINDS; k++) {
            long of = of(count, k) + of(other, k) + (k == kind ? ofKind : 0);
            sum |= Math.min(most(sum), of) << place(sum, k);
        }
        return sum;
    }

    /** How many events in all. */
    public static int all(long count) {
        return (int) (count & (isLarge(count) ? Integer.MAX_VALUE : (1 << SMALL_BITS) - 1));
    }

    /** How many are known to be of a kind; never more than there are. */
    public static int of(long count, EventKind kind) {
        return kind.ordinal() >= KINDS ? 0 : of(count, kind.ordinal());
    }

    private static int of(long count, int kind) {
        return (int) (count >>> place(count, kind) & most(count));
    }

    private static boolean isLarge(long count) {
        return (count & IS_LARGE) != 0;
    }

    private static long most(long count) {
        return isLarge(count) ? 3 : 7;
    }

    private static int place(long count, int kind) {
        return isLarge(count) ? LARGE_BITS + 2 * kind : SMALL_BITS + 3 * kind;
    }
}
