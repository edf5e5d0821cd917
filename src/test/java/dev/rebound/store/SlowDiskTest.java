package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes 5 ms longer for each write and 50 ms for each forcing makes an import slower, never wrong.
 * {@code -Drebound.slowEvents=2000000} imports as many.
 */
class SlowDiskTest {
    private static final int EVENTS = Integer.getInteger("rebound.slowEvents", 20_000);
    private static final int WRITE_MILLIS = 5;
    private static final int FORCE_MILLIS = 50;

    @TempDir
    Path folder;

    @Test
    void anImportOnASlowDiskIsWhole() throws Exception {
        long begin = System.nanoTime();
        try (FaultyDisk disk = FaultyDisk.mounted()) {
            disk.slow(WRITE_MILLIS, FORCE_MILLIS);
            try (Store store = Store.open(folder)) {
                assertThat(FilledStore.importEvents(store, "a", 0, EVENTS).added())
                        .isEqualTo(EVENTS);
                FilledStore.importEvents(store, "b", EVENTS, EVENTS + 100);
                store.undo(2);
                store.compact();
                System.gc();
                Runtime memory = Runtime.getRuntime();
                System.out.printf(
                        "%,d events on a slow disk: %d writes, %d forcings, %,d ms, heap %d MB%n",
                        EVENTS,
                        disk.writes(),
                        disk.forces(),
                        (System.nanoTime() - begin) / 1_000_000,
                        (memory.totalMemory() - memory.freeMemory()) >> 20);
            }
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.check().events()).isEqualTo(EVENTS);
        }
    }
}
