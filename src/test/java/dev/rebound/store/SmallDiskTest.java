package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A real small file system that is really full, each time by another number of bytes: what was there is there, or the
 * new state as a whole. {@code .ci/small-disk} mounts one and runs this; {@link DiskFaultTest} does the like everywhere.
 */
@EnabledIfSystemProperty(named = "rebound.smallDisk", matches = ".+", disabledReason = "needs a small file system")
class SmallDiskTest {
    private static final int ROUNDS = Integer.getInteger("rebound.faults", 20);

    /** Written in pieces of this size, so that the last free bytes are taken too. */
    private static final int PIECE_BYTES = 4096;

    private static final long MEGABYTE = 1L << 20;

    private final Path disk = Path.of(System.getProperty("rebound.smallDisk", ""));
    private final Path data = disk.resolve("data");
    private final Path filler = disk.resolve("filler");
    private final Random random = new Random(67);

    /** Something that needs room. */
    private interface Act {
        void on(Store store, Path disk) throws StoreException;
    }

    private static final Map<String, Act> ACTS = new TreeMap<>(Map.of(
            "import", (s, d) -> FilledStore.importEvents(s, "d", 3_000, 9_000),
            "undo", (s, d) -> s.undo(2),
            "erase", (s, d) -> s.erase("anna7@example.com", FilledStore.NINE),
            "compact", (s, d) -> s.compact(),
            "encrypt", (s, d) -> s.encrypt("secret".toCharArray()),
            "backup", (s, d) -> s.backup(d.resolve("backup.zip"), FilledStore.NINE)));

    @Test
    void whateverRunsOutOfRoomLeavesTheOldStateOrTheNew() throws Exception {
        try (Store store = Store.open(data)) {
            FilledStore.fill(store);
            // Room that is free inside the file would be taken first.
            store.compact();
        }
        byte[] file = Files.readAllBytes(data.resolve("rebound.mv.db"));
        for (Map.Entry<String, Act> act : ACTS.entrySet()) {
            lay(file);
            List<String> before = told();
            try (Store store = Store.open(data)) {
                act.getValue().on(store, disk);
            }
            List<String> after = told();
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                lay(file);
                leaveFree(room(8L * file.length));
                refused += isRefused(act.getValue()) ? 1 : 0;
                Files.delete(filler);
                assertThat(told()).as(act.getKey()).isIn(before, after);
                assertThat(data.resolve("next")).doesNotExist();
            }
            // What only takes away may find room enough on a full disk.
            assertThat(refused > 0 || act.getKey().equals("undo"))
                    .as("full in the middle of: %s", act.getKey())
                    .isTrue();
            System.out.printf(
                    "%s: %d disks with too little room or just enough, refused %d times, every store whole%n",
                    act.getKey(), ROUNDS, refused);
        }
    }

    @Test
    void anUpgradeThatRunsOutOfRoomLeavesTheOldStoreAndIsDoneLater() throws Exception {
        byte[] old;
        try (var in = SmallDiskTest.class.getResourceAsStream("/stores/format-1.mv.db")) {
            old = in == null ? new byte[0] : in.readAllBytes();
        }
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            lay(old);
            leaveFree(room(MEGABYTE));
            try (Store store = Store.open(data)) {
                assertThat(store.imports()).hasSize(2);
            } catch (StoreException e) {
                refused++;
                assertThat(e.getMessage()).containsAnyOf("full", "no room");
                assertThat(data.resolve("rebound.mv.db")).hasBinaryContent(old);
            }
            Files.delete(filler);
            try (Store store = Store.open(data)) {
                assertThat(store.check().problems()).isEmpty();
                assertThat(store.imports()).hasSize(2);
            }
        }
        assertThat(refused).isPositive();
        System.out.printf("upgrade: %d disks, refused %d times, the old store or the new%n", ROUNDS, refused);
    }

    private boolean isRefused(Act act) {
        boolean refused = false;
        try (Store store = Store.open(data)) {
            try {
                act.on(store, disk);
            } catch (StoreException e) {
                refused = true;
                assertThat(e.getMessage()).containsAnyOf("full", "no room").doesNotContain("example.com");
            }
        } catch (StoreException e) {
            // Opening and closing write too; the disk is full still.
            refused = true;
            assertThat(e.getMessage()).doesNotContain("example.com");
        }
        return refused;
    }

    private void lay(byte[] file) throws IOException {
        StoreFiles.delete(data);
        Files.deleteIfExists(disk.resolve("backup.zip"));
        StoreFiles.makeFolder(data);
        Path fresh = Files.write(disk.resolve("fresh"), file);
        Files.move(fresh, data.resolve("rebound.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Little room is tried more often than much. */
    private long room(long most) {
        double share = random.nextDouble();
        return (long) (share * share * most);
    }

    private void leaveFree(long bytes) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > bytes) {
                out.write(piece);
            }
        }
    }

    private List<String> told() throws StoreException {
        try (Store store = Store.open(data, () -> "secret".toCharArray())) {
            assertThat(store.check().problems()).isEmpty();
            return FilledStore.told(store);
        }
    }
}
