package dev.rebound.bench.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most that the heap as a whole had in use at one moment: it grows until a collection begins, so those moments are looked
 * at. The peaks of its parts are at different moments, and their sum may pass the whole. Safe for any thread.
 */
final class HeapPeak {
    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final AtomicLong bytes = new AtomicLong();

    HeapPeak() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(
                        (notification, of) -> {
                            if (notification.getUserData() instanceof CompositeData told) {
                                see(GarbageCollectionNotificationInfo.from(told)
                                        .getGcInfo()
                                        .getMemoryUsageBeforeGc());
                            }
                        },
                        null,
                        null);
            }
        }
    }

    private void see(Map<String, MemoryUsage> pools) {
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            used += heapPools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        bytes.accumulateAndGet(used, Math::max);
    }

    /** Begins anew. */
    void reset() {
        bytes.set(0);
    }

    /** Since the beginning; what is in use now counts too. */
    long megabytes() {
        Runtime r = Runtime.getRuntime();
        return Math.max(bytes.get(), r.totalMemory() - r.freeMemory()) >> 20;
    }
}
