package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.store.StoreException.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
    @TempDir
    Path folder;

    private static PasswordSource typing(String password) {
        return password::toCharArray;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private boolean isAnywhere(String text) throws Exception {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (var files = Files.walk(data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Trouble trouble(Path data, PasswordSource passwords) {
        try {
            Store.open(data, passwords).close();
            throw new AssertionError("opened");
        } catch (StoreException e) {
            return e.trouble();
        }
    }

    @Test
    void aStoreIsEncryptedGetsAnotherPasswordAndIsPlainAgainWithNothingLost() throws Exception {
        List<String> truth;
        try (Store store = Store.open(data())) {
            FilledStore.fill(store);
            truth = FilledStore.told(store);
            assertThat(isAnywhere("/exports/")).isTrue();
            store.encrypt("correct horse".toCharArray());
            assertThat(store.facts().encrypted()).isTrue();
            assertThat(FilledStore.told(store)).isEqualTo(truth);
        }
        assertThat(isAnywhere("/exports/")).isFalse();
        assertThat(trouble(data(), PasswordSource.none())).isEqualTo(Trouble.LOCKED);
        assertThat(trouble(data(), typing("battery staple"))).isEqualTo(Trouble.WRONG_PASSWORD);
        try (Store store = Store.open(data(), typing("correct horse"))) {
            assertThat(FilledStore.told(store)).isEqualTo(truth);
            store.compact();
            store.encrypt("another".toCharArray());
        }
        assertThat(trouble(data(), typing("correct horse"))).isEqualTo(Trouble.WRONG_PASSWORD);
        try (Store store = Store.open(data(), typing("another"))) {
            store.encrypt(null);
            assertThat(FilledStore.told(store)).isEqualTo(truth);
        }
        try (Store store = Store.open(data())) {
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aBackupOfAnEncryptedStoreStaysEncryptedAndKeepsItsPassword() throws Exception {
        Path backup = folder.resolve("backup.zip");
        List<String> truth;
        try (Store store = Store.open(data())) {
            FilledStore.fill(store);
            store.encrypt("first".toCharArray());
            truth = FilledStore.told(store);
            store.backup(backup, FilledStore.NINE);
            store.encrypt("second".toCharArray());
        }
        assertThatThrownBy(() -> StoreFolder.restore(data(), backup, typing("second"), FilledStore.NINE))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.WRONG_PASSWORD));
        try (Store store = Store.open(data(), typing("second"))) {
            assertThat(store.imports()).hasSize(3);
        }
        StoreFolder.restore(data(), backup, typing("first"), FilledStore.NINE);
        try (Store store = Store.open(data(), typing("first"))) {
            assertThat(FilledStore.told(store)).isEqualTo(truth);
        }
        try (Store fresh = Store.open(folder.resolve("elsewhere"))) {
            FilledStore.importEvents(fresh, "x", 0, 3);
        }
        StoreFolder.restore(folder.resolve("elsewhere"), backup, typing("first"), FilledStore.NINE);
        try (Store store = Store.open(folder.resolve("elsewhere"), typing("first"))) {
            assertThat(FilledStore.told(store)).isEqualTo(truth);
        }
    }

    @Test
    void anEncryptedStoreWithoutItsKeyFileSaysSo() throws Exception {
        try (Store store = Store.open(data())) {
            store.encrypt("first".toCharArray());
        }
        Files.delete(data().resolve("rebound.key"));
        assertThatThrownBy(() -> Store.open(data(), typing("first"))).hasMessageContaining("rebound.key");
    }

    @Test
    void anEmptyStoreIsNotServedForAnEncryptedOne() throws Exception {
        try (Store store = Store.open(data())) {
            store.encrypt("first".toCharArray());
        }
        Files.write(data().resolve("rebound.mv.db"), new byte[0]);
        assertThat(trouble(data(), typing("first"))).isEqualTo(Trouble.DAMAGED);
    }
}
