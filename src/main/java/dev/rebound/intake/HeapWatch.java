package dev.rebound.intake;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Tells that the heap is about to end while there is still room to say so. Looks at what was left after the last collection
 * of each part of the heap: what is only waiting to be collected does not count. The parts count together, since what one
 * has no room for goes to another.
 */
public final class HeapWatch {
    /** What an import needs beside what stays: pages on their way, and an array that grows while the old one is still there. */
    private static final double SPARE = 0.2;

    private static final long LEAST_SPARE_BYTES = 64L << 20;
    private static final double SHORT = 0.85;
    /** What working out the picture of an event takes beside what is kept of it. */
    private static final long BYTES_TO_UNDERSTAND = 64;

    private static final int EVENTS_BETWEEN = 50_000;

    private final List<MemoryPoolMXBean> parts;
    private final long most = Runtime.getRuntime().maxMemory();
    private long until = EVENTS_BETWEEN;

    /** Looks at the heap of this program. */
    public HeapWatch() {
        parts = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP && p.getCollectionUsage() != null)
                .toList();
    }

    private long keptBytes() {
        long kept = 0;
        for (MemoryPoolMXBean part : parts) {
            kept += part.getCollectionUsage().getUsed();
        }
        return kept;
    }

    /** Whether so many more events are likely to be the last ones; asked after each few. */
    boolean isNearlyFull(long events) {
        until -= events;
        if (until > 0) {
            return false;
        }
        until = EVENTS_BETWEEN;
        return keptBytes() > most - Math.max(LEAST_SPARE_BYTES, (long) (SPARE * most));
    }

    /** Whether what can be had again had better be let go before so many events are understood. */
    public boolean isShortFor(long events) {
        return keptBytes() + events * BYTES_TO_UNDERSTAND > SHORT * most;
    }
}
