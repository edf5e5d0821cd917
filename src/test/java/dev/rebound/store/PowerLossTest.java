package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.store.StoreException.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whenever the power goes, the store opens as it was before or as it is afterwards, and what was said to be done is there;
 * where the disk kept a later write without an earlier one, it may be refused as damaged, never served as something else.
 * Each act is done once on a disk that remembers; of it hundreds of moments are laid, with all, most, half and hardly any
 * of what was not forced. {@code -Drebound.images=1000} lays as many as the promise says.
 */
class PowerLossTest {
    private static final int IMAGES = Integer.getInteger("rebound.images", 36);
    private static final double[] SHARES = {1, 0.9, 0.5, 0.1};

    private static final PasswordSource SECRET = () -> "secret".toCharArray();

    @TempDir
    Path folder;

    /** Something that changes a store; it is done when it returns. */
    private interface Act {
        void on(Store store) throws StoreException;
    }

    private static final Map<String, Act> ACTS = new TreeMap<>(Map.of(
            "import", s -> FilledStore.importEvents(s, "d", 3_000, 9_000),
            "undo", s -> s.undo(2),
            "erase", s -> s.erase("anna7@example.com", FilledStore.NINE),
            "compact", Store::compact,
            "encrypt", s -> s.encrypt("secret".toCharArray()),
            "upgrade", s -> assertThat(s.imports()).hasSize(2)));

    @Test
    void whatWasSaidToBeDoneIsThereAndNothingIsHalfThere() throws Exception {
        Random random = new Random(21);
        for (Map.Entry<String, Act> act : ACTS.entrySet()) {
            Path data = folder.resolve(act.getKey());
            List<String> before = filled(data, act.getKey());
            DiskLog log = new DiskLog(data);
            int acknowledged;
            List<String> after;
            try (FaultyDisk disk = FaultyDisk.mounted()) {
                disk.remember(log);
                try (Store store = Store.open(data)) {
                    act.getValue().on(store);
                    acknowledged = log.size();
                    after = told(store, act.getKey());
                }
            }
            int images = IMAGES / ACTS.size();
            int old = 0;
            int refused = 0;
            for (int i = 0; i < images; i++) {
                // Every other one while the act goes on: closing writes more than most acts do.
                int moment = 1 + random.nextInt(i % 2 == 0 ? acknowledged : log.size());
                double share = SHARES[i / 2 % SHARES.length];
                log.lay(moment, share, random);
                String what = "%s, step %d of %d, %s of what was not forced"
                        .formatted(act.getKey(), moment, log.size(), share);
                try (Store store = Store.open(data, SECRET)) {
                    assertThat(store.check().problems()).as(what).isEmpty();
                    List<String> told = told(store, act.getKey());
                    if (moment >= acknowledged) {
                        assertThat(told).as(what + ", said to be done").isEqualTo(after);
                    } else {
                        assertThat(told).as(what).isIn(before, after);
                    }
                    old += told.equals(before) ? 1 : 0;
                } catch (StoreException e) {
                    // A write of which a later one arrived and it did not: the engine finds an older state, and that is
                    // said.
                    assertThat(e.trouble()).as(what).isEqualTo(Trouble.DAMAGED);
                    assertThat(moment).as(what + ", said to be done").isLessThan(acknowledged);
                    refused++;
                }
            }
            System.out.printf(
                    "%s: %d images of %d steps, %d of them until it was said to be done; %d as before, %d as afterwards, %d refused%n",
                    act.getKey(), images, log.size(), acknowledged, old, images - old - refused, refused);
        }
    }

    /**
     * A disk that lost what it said it had forced, and kept a later head: the engine takes the older state that is left, and
     * says nothing. The manifest of the import that was said to be done refuses it; without it that state would be served.
     */
    @Test
    void anOlderStateThanWhatWasSaidToBeDoneIsRefused() throws Exception {
        Path data = folder.resolve("older");
        filled(data, "import");
        DiskLog log = new DiskLog(data);
        int first;
        int second;
        List<String> done;
        try (FaultyDisk disk = FaultyDisk.mounted()) {
            disk.remember(log);
            try (Store store = Store.open(data)) {
                FilledStore.importEvents(store, "d", 3_000, 3_100);
                first = log.size();
                FilledStore.importEvents(store, "e", 3_100, 3_200);
                store.putSettings(Map.of());
                second = log.size();
                done = told(store, "import");
            }
        }
        int served = 0;
        for (int from = first; from < second; from++) {
            log.layLosing(from, second);
            String what = "all is lost from step %d to %d".formatted(from, second);
            byte[] laid = Files.readAllBytes(data.resolve("rebound.mv.db"));
            boolean isRefused = isRefused(data, done);
            if (isRefused) {
                assertThat(Files.readAllBytes(data.resolve("rebound.mv.db"))).isEqualTo(laid);
            }
            log.layLosing(from, second);
            Files.delete(data.resolve("rebound.manifest"));
            boolean isOlder = isOlder(data, done);
            assertThat(isRefused || !isOlder).as(what).isTrue();
            served += isOlder ? 1 : 0;
        }
        System.out.printf(
                "%d images that lost what was forced: %d would be served as an older state, each refused%n",
                second - first, served);
        assertThat(served)
                .as("images that only the manifest keeps from being served")
                .isPositive();
    }

    /** The engine believes a head that is there, even where the part that it tells of is not, or where half of it is older. */
    @Test
    void theHeadOfAFileComesToTheDiskAfterWhatItTellsOf() throws Exception {
        Path data = folder.resolve("heads");
        filled(data, "import");
        DiskLog log = new DiskLog(data);
        try (FaultyDisk disk = FaultyDisk.mounted()) {
            disk.remember(log);
            try (Store store = Store.open(data)) {
                FilledStore.importEvents(store, "d", 3_000, 3_100);
                store.compact();
            }
        }
        assertThat(log.headsAfterAllTheyTellOf()).isGreaterThan(2);
    }

    private static boolean isRefused(Path data, List<String> done) throws Exception {
        try (Store store = Store.open(data)) {
            assertThat(told(store, "import")).isEqualTo(done);
            return false;
        } catch (StoreException e) {
            assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED);
            return true;
        }
    }

    private static boolean isOlder(Path data, List<String> done) {
        try (Store store = Store.open(data)) {
            return !told(store, "import").equals(done);
        } catch (StoreException e) {
            return false;
        }
    }

    /** Lays the store, and tells what it says before; one of an earlier format says it once it is upgraded. */
    private List<String> filled(Path data, String act) throws Exception {
        Path file = data.resolve("rebound.mv.db");
        StoreFiles.makeFolder(data);
        try (var in = PowerLossTest.class.getResourceAsStream("/stores/format-6.mv.db")) {
            Files.write(file, act.equals("upgrade") ? in.readAllBytes() : filled());
        }
        byte[] laid = Files.readAllBytes(file);
        try (Store store = Store.open(data)) {
            return told(store, act);
        } finally {
            StoreFiles.delete(data);
            StoreFiles.makeFolder(data);
            Files.write(file, laid);
            if (!act.equals("upgrade")) {
                Files.copy(folder.resolve("base/rebound.manifest"), data.resolve("rebound.manifest"));
            }
        }
    }

    private byte[] filled() throws Exception {
        Path base = folder.resolve("base");
        if (!Files.exists(base)) {
            try (Store store = Store.open(base)) {
                FilledStore.fill(store);
            }
        }
        return Files.readAllBytes(base.resolve("rebound.mv.db"));
    }

    /** An upgraded store makes its secret when it is first asked for it: another one each time. */
    private static List<String> told(Store store, String act) throws StoreException {
        List<String> told = FilledStore.told(store);
        return act.equals("upgrade") ? told.subList(0, told.size() - 1) : told;
    }
}
