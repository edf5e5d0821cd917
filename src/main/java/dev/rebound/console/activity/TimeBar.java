package dev.rebound.console.activity;

import dev.rebound.domain.MessageState;
import dev.rebound.index.Questions.Bin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some steps of time that stand together in one bar.
 *
 * @param to the first moment that is not in it
 * @param counts its messages in the order of the states; those that were never sent come last
 */
record TimeBar(Instant from, Instant to, long[] counts) {
    /** The places of {@link #counts}: one more than there are states. */
    static final int KINDS = MessageState.values().length + 1;

    /** Steps as one bar; at least one. */
    static TimeBar of(List<Bin> bins) {
        long[] counts = new long[KINDS];
        for (Bin bin : bins) {
            bin.counts().forEach((code, n) -> counts[kind(code)] += n);
        }
        return new TimeBar(bins.getFirst().from(), bins.getLast().to(), counts);
    }

    /** Bars side by side as one; at least one. */
    static TimeBar together(List<TimeBar> bars) {
        long[] counts = new long[KINDS];
        for (TimeBar bar : bars) {
            for (int kind = 0; kind < KINDS; kind++) {
                counts[kind] += bar.counts[kind];
            }
        }
        return new TimeBar(bars.getFirst().from, bars.getLast().to, counts);
    }

    long total() {
        long total = 0;
        for (long n : counts) {
            total += n;
        }
        return total;
    }

    private static int kind(String code) {
        for (MessageState s : MessageState.values()) {
            if (s.code().equals(code)) {
                return s.ordinal();
            }
        }
        return KINDS - 1;
    }

    /** The state that a place of {@link #counts} stands for; null for what was never sent. */
    static @Nullable MessageState state(int kind) {
        return kind < KINDS - 1 ? MessageState.values()[kind] : null;
    }
}
