package dev.rebound.insight;

import dev.rebound.domain.MessageState;
import dev.rebound.index.Bitmap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a selection of sends fared over its tries.
 *
 * @param sends messages looked at
 * @param deliveredAtTry deliveries at the first, the second, and the third or a later try
 * @param medianWait from the send to the delivery, of those delivered after a retry; null where there are none
 * @param open messages still being tried
 * @param openUntil when the last of them is known at the latest; null where none is open
 * @param gaveUp messages that ended in a soft bounce or whose retry time is over
 * @param timedOut those of them whose retry time is over
 * @param deliveredByHour deliveries within 1, 2, 3, … hours of the send, each including those before; what took more than
 *     two weeks is in none
 */
public record RetryAccount(
        long sends,
        List<Long> deliveredAtTry,
        @Nullable Duration medianWait,
        long open,
        @Nullable Instant openUntil,
        long gaveUp,
        long timedOut,
        List<Long> deliveredByHour) {
    /** Services that are told to try longer than three days try five, seldom seven. */
    private static final int HOURS = 14 * 24;

    private static final long HOUR_MILLIS = 3_600_000L;

    public RetryAccount {
        deliveredAtTry = List.copyOf(deliveredAtTry);
        deliveredByHour = List.copyOf(deliveredByHour);
    }

    /** Messages that ended another way: refused, dropped, or without any answer that is known. */
    public long endedOtherwise() {
        return sends - deliveredAtTry.stream().mapToLong(Long::longValue).sum() - open - gaveUp;
    }

    /** Adds up a selection. */
    public static RetryAccount of(MessageTable messages, Bitmap rows) {
        long sends = 0;
        long open = 0;
        long openUntil = 0;
        long gaveUp = 0;
        long timedOut = 0;
        long[] atTry = new long[3];
        long[] byHour = new long[HOURS];
        List<Long> waits = new ArrayList<>();
        for (int m = rows.next(0); m >= 0; m = rows.next(m + 1)) {
            MessageState state = messages.state(m);
            if (messages.kind(m) != MessageKind.SENT || state == null) {
                continue;
            }
            sends++;
            switch (state) {
                case DELIVERED, RETURNED -> {
                    atTry[Math.clamp(messages.tries(m), 1, 3) - 1]++;
                    long wait = messages.deliveredMillis(m) - messages.sentMillis(m);
                    if (wait / HOUR_MILLIS < HOURS) {
                        byHour[(int) Math.max(0, wait / HOUR_MILLIS)]++;
                    }
                    if (messages.tries(m) > 1) {
                        waits.add(wait);
                    }
                }
                case OPEN -> {
                    open++;
                    openUntil = Math.max(openUntil, messages.windowEndMillis(m));
                }
                case SOFT_BOUNCED -> gaveUp++;
                case TIMED_OUT -> {
                    gaveUp++;
                    timedOut++;
                }
                default -> {}
            }
        }
        return new RetryAccount(
                sends,
                List.of(atTry[0], atTry[1], atTry[2]),
                median(waits),
                open,
                open == 0 ? null : Instant.ofEpochMilli(openUntil),
                gaveUp,
                timedOut,
                cumulated(byHour));
    }

    private static @Nullable Duration median(List<Long> waits) {
        if (waits.isEmpty()) {
            return null;
        }
        List<Long> sorted = waits.stream().sorted().toList();
        int half = sorted.size() / 2;
        return Duration.ofMillis(
                sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
    }

    /** Up to the hour of the last delivery. */
    private static List<Long> cumulated(long[] byHour) {
        List<Long> out = new ArrayList<>();
        int last = byHour.length - 1;
        while (last >= 0 && byHour[last] == 0) {
            last--;
        }
        long sum = 0;
        for (int h = 0; h <= last; h++) {
            sum += byHour[h];
            out.add(sum);
        }
        return out;
    }
}
