package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.store.StoreException.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path zip() {
        return folder.resolve("backup.zip");
    }

    @Test
    void whatWasBackedUpComesBackAndWhatWasThereIsKept() throws Exception {
        List<String> before;
        try (Store store = Store.open(data())) {
            FilledStore.fill(store);
            before = FilledStore.told(store);
            BackupReport report = store.backup(zip(), FilledStore.NINE);
            assertThat(report.sha256()).hasSize(64);
            assertThat(store.facts().lastBackup()).isEqualTo(zip());
            FilledStore.importEvents(store, "later", 5_000, 5_100);
            assertThat(FilledStore.told(store)).isNotEqualTo(before);
        }
        RestoreReport restored = StoreFolder.restore(data(), zip(), PasswordSource.none(), FilledStore.NINE);
        assertThat(restored.check().isSound()).isTrue();
        assertThat(restored.check().imports()).isEqualTo(3);
        try (Store store = Store.open(data())) {
            assertThat(FilledStore.told(store)).isEqualTo(before);
            assertThat(store.check().problems()).isEmpty();
        }
        Path replaced = Objects.requireNonNull(restored.replaced());
        StoreFolder.restore(data(), replaced, PasswordSource.none(), FilledStore.NINE.plusSeconds(60));
        try (Store store = Store.open(data())) {
            assertThat(store.imports()).hasSize(4);
        }
    }

    /** {@code -Drebound.cycles=20} goes round as often as the drill asks for. */
    private static final int CYCLES = Integer.getInteger("rebound.cycles", 2);

    @Test
    void cycleAfterCycleTheSameComesBackToAnEmptyFolder() throws Exception {
        for (int i = 0; i < CYCLES; i++) {
            List<String> before;
            try (Store store = Store.open(data())) {
                FilledStore.importEvents(store, "cycle " + i, 80 * i, 80 * i + 100);
                before = FilledStore.told(store);
                store.backup(zip(), FilledStore.NINE);
            }
            StoreFiles.delete(data());
            StoreFolder.restore(data(), zip(), PasswordSource.none(), FilledStore.NINE);
            try (Store store = Store.open(data())) {
                assertThat(FilledStore.told(store)).isEqualTo(before);
                assertThat(store.check().problems()).isEmpty();
            }
        }
    }

    @Test
    void aStoreGoesOnAfterItsBackup() throws Exception {
        try (Store store = Store.open(data())) {
            FilledStore.importEvents(store, "a", 0, 100);
            store.backup(zip(), FilledStore.NINE);
            FilledStore.importEvents(store, "b", 50, 150);
            assertThat(store.check().events()).isEqualTo(150);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void onlyTheOwnerMayReadABackup() throws Exception {
        try (Store store = Store.open(data())) {
            store.backup(zip(), FilledStore.NINE);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip())))
                .isEqualTo("rw-------");
        try (var files = Files.list(data())) {
            assertThat(files)
                    .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .endsWith("------"));
        }
    }

    @Test
    void aDamagedOrForeignBackupIsRefusedAndTheStoreStays() throws Exception {
        try (Store store = Store.open(data())) {
            FilledStore.importEvents(store, "a", 0, 500);
            store.backup(zip(), FilledStore.NINE);
        }
        byte[] store = Files.readAllBytes(data().resolve("rebound.mv.db"));
        byte[] good = Files.readAllBytes(zip());
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 4;
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
        for (byte[] bad :
                List.of(flipped, cut, new byte[0], "a letter".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            Path file = Files.write(folder.resolve("bad.zip"), bad);
            assertThatThrownBy(() -> StoreFolder.restore(data(), file, PasswordSource.none(), FilledStore.NINE))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED))
                    .hasMessageContaining("bad.zip");
            assertThat(Files.readAllBytes(data().resolve("rebound.mv.db"))).isEqualTo(store);
        }
        assertThat(data().resolve("next")).doesNotExist();
    }

    @Test
    void aFailedBackupLeavesTheEarlierOne() throws Exception {
        try (Store store = Store.open(data())) {
            FilledStore.importEvents(store, "a", 0, 10);
            store.backup(zip(), FilledStore.NINE);
            Path nowhere = Files.writeString(folder.resolve("file"), "x").resolve("backup.zip");
            assertThatThrownBy(() -> store.backup(nowhere, FilledStore.NINE)).isInstanceOf(StoreException.class);
            assertThat(store.check().isSound()).isTrue();
            assertThat(store.facts().lastBackup()).isEqualTo(zip());
        }
    }
}
