package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.journal.UncaughtTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk harms nothing that was there. */
class DiskFaultTest {
    /** The suite takes a few places; {@code -Drebound.faults=20} and more take them all. */
    private static final int FAULTS = Integer.getInteger("rebound.faults", 4);

    @TempDir
    Path folder;

    private static Thread.@Nullable UncaughtExceptionHandler before;

    /** As the program does: a thread of the engine that finds the disk gone prints nothing. */
    @BeforeAll
    static void asTheProgram() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        new UncaughtTrouble(System.err).hearAll();
    }

    @AfterAll
    static void asItWas() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    /** Something that changes a store. */
    private interface Act {
        void on(Store store) throws StoreException;
    }

    private static final List<Act> ACTS = List.of(
            s -> FilledStore.importEvents(s, "d", 3_000, 9_000),
            s -> s.undo(2),
            s -> s.erase("anna7@example.com", FilledStore.NINE),
            Store::compact);

    private List<String> filled(Path data) throws StoreException {
        try (Store store = Store.open(data)) {
            FilledStore.fill(store);
            return FilledStore.told(store);
        }
    }

    /** What the store says when the act was done, and how often it wrote for it. */
    private record Done(List<String> told, long writes) {}

    private static Done done(Path data, Act act) throws StoreException {
        try (FaultyDisk disk = FaultyDisk.mounted();
                Store store = Store.open(data)) {
            long before = disk.writes();
            act.on(store);
            return new Done(FilledStore.told(store), disk.writes() - before);
        }
    }

    @Test
    void aFullDiskLeavesTheOldStateOrTheNew() throws Exception {
        Random random = new Random(20);
        int refused = 0;
        for (int a = 0; a < ACTS.size(); a++) {
            Path data = folder.resolve("full" + a);
            List<String> before = filled(data);
            byte[] file = Files.readAllBytes(data.resolve("rebound.mv.db"));
            Done done = done(data, ACTS.get(a));
            for (int i = 0; i < FAULTS; i++) {
                Files.write(data.resolve("rebound.mv.db"), file);
                Files.deleteIfExists(data.resolve("rebound.manifest"));
                boolean isRefused = full(data, ACTS.get(a), random.nextLong(done.writes() + 1), i % 2 == 1);
                refused += isRefused ? 1 : 0;
                try (Store store = Store.open(data)) {
                    assertThat(store.check().problems()).isEmpty();
                    assertThat(FilledStore.told(store))
                            .as("act %d", a)
                            .isIn(isRefused ? before : done.told(), done.told());
                }
            }
        }
        System.out.printf(
                "%d full disks, %d of them in the middle: every store whole%n", ACTS.size() * FAULTS, refused);
    }

    @Test
    void aFullDiskLeavesDataThatIsToMoveWhereItWas() throws Exception {
        Path data = folder.resolve("here");
        List<String> before = filled(data);
        byte[] file = Files.readAllBytes(data.resolve("rebound.mv.db"));
        Path there = folder.resolve("there");
        int refused = 0;
        for (int i = 0; i < FAULTS; i++) {
            try (FaultyDisk disk = FaultyDisk.mounted()) {
                // The first writes are those of the copy, the later ones those of the engine that compacts it.
                disk.fullAfter((long) i * i);
                try {
                    StoreFolder.copy(data, there, List.of(), PasswordSource.none());
                } catch (StoreException e) {
                    refused++;
                    assertThat(e).hasMessageContaining("full");
                    assertThat(there).as("nothing is left there").doesNotExist();
                }
            }
            StoreFiles.delete(there);
            assertThat(Files.readAllBytes(data.resolve("rebound.mv.db"))).isEqualTo(file);
        }
        assertThat(refused).isPositive();
        StoreFolder.copy(data, there, List.of(), PasswordSource.none());
        try (Store store = Store.open(there)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(FilledStore.told(store)).isEqualTo(before);
        }
    }

    /** Whether the act was refused, where the disk stays full or is full for one write. */
    private static boolean full(Path data, Act act, long writes, boolean once) {
        try (FaultyDisk disk = FaultyDisk.mounted()) {
            Store store = Store.open(data);
            if (once) {
                disk.fullOnceAfter(writes);
            } else {
                disk.fullAfter(writes);
            }
            try {
                act.on(store);
                return false;
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("full");
                return true;
            } finally {
                // The program ends, with the disk still full where it stays so.
                closed(store);
            }
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void closed(Store store) {
        try {
            store.close();
        } catch (StoreException e) {
            assertThat(e.getMessage()).doesNotContain("example.com");
        }
    }
}
