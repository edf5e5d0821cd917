package dev.rebound.intake;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Tells that the heap is about to end while there is still room to say so. Looks at what was left after the last
 * collection of the largest part of the heap: what is only waiting to be collected does not count.
 */
public final class HeapWatch {
    private static final double NEARLY_FULL = 0.94;
    private static final double SHORT = 0.85;
    /** What working out the picture of an event takes beside what is kept of it. */
    private static final long BYTES_TO_UNDERSTAND = 64;

    private static final int EVENTS_BETWEEN = 50_000;

    private final @Nullable MemoryPoolMXBean largest;
    private long until = EVENTS_BETWEEN;

    /** Looks at the heap of this program. */
    public HeapWatch() {
        largest = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP
                        && p.getCollectionUsage() != null
                        && p.getUsage().getMax() > 0)
                .max(Comparator.comparingLong(p -> p.getUsage().getMax()))
                .orElse(null);
    }

    /** Whether so many more events are likely to be the last ones; asked after each few. */
    boolean isNearlyFull(long events) {
        until -= events;
        MemoryPoolMXBean pool = largest;
        if (until > 0 || pool == null) {
            return false;
        }
        until = EVENTS_BETWEEN;
        MemoryUsage kept = pool.getCollectionUsage();
        return kept.getMax() > 0 && kept.getUsed() > NEARLY_FULL * kept.getMax();
    }

    /** Whether what can be had again had better be let go before so many events are understood. */
    public boolean isShortFor(long events) {
        MemoryPoolMXBean pool = largest;
        return pool != null
                && pool.getCollectionUsage().getUsed() + events * BYTES_TO_UNDERSTAND
                        > SHORT * Runtime.getRuntime().maxMemory();
    }
}
