package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.store.StoreException.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is said, never served: what is sound stays readable, and the file is not touched. */
class DamagedStoreTest {
    /** The suite takes a few places; {@code -Drebound.flips=200} takes them all. */
    private static final int FLIPS = Integer.getInteger("rebound.flips", 24);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("rebound.mv.db");
    }

    private List<String> filled() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.fill(store);
            store.compact();
            return FilledStore.told(store);
        }
    }

    private void damage(String statement) throws Exception {
        try (Connection c = DriverManager.getConnection(
                        "jdbc:h2:" + folder.resolve("rebound") + ";TRACE_LEVEL_FILE=0", "REBOUND", "");
                Statement s = c.createStatement()) {
            s.execute("SET ALLOW_LITERALS ALL");
            assertThat(s.executeUpdate(statement)).isPositive();
        }
    }

    private StoreException refused() {
        try {
            Store.open(folder).close();
            throw new AssertionError("a damaged store was opened for work");
        } catch (StoreException e) {
            return e;
        }
    }

    @Test
    void aDamagedImportIsNamedAndTheOthersStayReadable() throws Exception {
        filled();
        damage("UPDATE segment SET data = X'00' WHERE import_id = 2 AND col = 0");
        StoreException why = refused();
        assertThat(why.trouble()).isEqualTo(Trouble.DAMAGED);
        byte[] before = Files.readAllBytes(file());
        try (Store store = Store.openToRead(folder, PasswordSource.none(), why)) {
            assertThat(store.events().keySet()).containsExactly(1L, 3L);
            assertThat(store.losses()).anyMatch(s -> s.contains("Import 2 (b) is damaged: its 500 events"));
            assertThat(store.rawRecord(1, 3).text()).isEqualTo("{\"n\":3}");
            assertThat(store.settings()).containsKey("address.anna7@example.com");
            assertThat(store.check().problems()).anyMatch(s -> s.contains("Import 2 (b)"));
            assertThatThrownBy(() -> FilledStore.importEvents(store, "d", 0, 5))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.READ_ONLY));
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM segment WHERE import_id = 3",
                "DELETE FROM raw_page WHERE import_id = 3 AND first_record = 0",
                "UPDATE raw_page SET import_id = 2, first_record = 90000 WHERE import_id = 3 AND first_record = 0",
                "DELETE FROM identity_page WHERE import_id = 3",
                "DELETE FROM repeat_run WHERE import_id = 2",
                "DELETE FROM dictionary_chunk WHERE dictionary = 0 AND first_code > 0",
                "UPDATE setting SET content = 'invalid'",
                "UPDATE subscription_fact SET status = 'UNSUBSCRIBED' WHERE import_id = 1",
                "DELETE FROM rejection_page WHERE import_id = 1",
                "DELETE FROM imported_setting WHERE import_id = 1",
                "UPDATE import_run SET added = added - 1 WHERE id = 1",
                "DELETE FROM import_run WHERE id = 1",
                "DELETE FROM person_secret",
                "DELETE FROM seal WHERE import_id = 1"
            })
    void theCheckFindsWhatIsMissingOrChanged(String statement) throws Exception {
        filled();
        damage(statement);
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).isNotEmpty();
        } catch (StoreException e) {
            assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM segment WHERE import_id = 3",
                "UPDATE segment SET rows_count = rows_count - 1 WHERE import_id = 3 AND col = 5",
                "DELETE FROM raw_page WHERE import_id = 3 AND first_record = 0",
                "UPDATE raw_page SET first_record = first_record + 1 WHERE import_id = 3 AND first_record = 0",
                "UPDATE raw_page SET entries = entries + 1 WHERE import_id = 3",
                "DELETE FROM identity_page WHERE import_id = 3",
                "DELETE FROM repeat_run WHERE import_id = 2",
                "DELETE FROM dictionary_chunk WHERE dictionary = 0 AND first_code > 0",
                "UPDATE setting SET content = 'invalid'",
                "UPDATE subscription_fact SET status = 'UNSUBSCRIBED' WHERE import_id = 1",
                "DELETE FROM rejection_page WHERE import_id = 1",
                "DELETE FROM imported_setting WHERE import_id = 1",
                "UPDATE import_run SET added = added - 1 WHERE id = 1",
                "DELETE FROM import_run WHERE id = 1",
                "DELETE FROM person_secret",
                "UPDATE person_secret SET secret = X'00'",
                "INSERT INTO past_count VALUES ('2026-03-01', 'Spring', 'delivered', 9)",
                "INSERT INTO retention VALUES (CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1, 1, 1)",
                "DELETE FROM seal WHERE import_id = 1"
            })
    void whatIsReadIsComparedWithItsSeal(String statement) throws Exception {
        filled();
        damage(statement);
        assertThatThrownBy(() -> {
                    try (Store store = Store.open(folder)) {
                        FilledStore.told(store);
                        store.pastCounts();
                        store.retentions();
                        FilledStore.importEvents(store, "d", 5_000, 5_010);
                    }
                })
                .as("nothing that was changed behind the program's back is served")
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED));
    }

    @Test
    void aNextFileThatDoesNotPassItsCheckTakesNobodysPlace() throws Exception {
        filled();
        damage("DELETE FROM rejection_page WHERE import_id = 1");
        Path backup = folder.resolve("damaged.zip");
        try (Store store = Store.open(folder)) {
            store.backup(backup, FilledStore.NINE);
        }
        Path other = folder.resolve("other");
        assertThatThrownBy(() -> StoreFolder.restore(other, backup, PasswordSource.none(), FilledStore.NINE))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED))
                .hasMessageContaining("did not pass its check");
        assertThat(other.resolve("rebound.mv.db")).doesNotExist();
    }

    @Test
    void lostTextsAreSaidAndTheRestKeepsItsPlace() throws Exception {
        filled();
        damage("UPDATE dictionary_chunk SET data = X'00' WHERE dictionary = 0 AND first_code = 0");
        try (Store store = Store.openToRead(folder, PasswordSource.none(), refused())) {
            assertThat(store.losses()).anyMatch(s -> s.contains("700 texts"));
            assertThat(store.dictionaries().addresses().value(3)).contains("lost text 3");
            assertThat(store.dictionaries().addresses().value(800)).isEqualTo("anna800@example.com");
        }
    }

    /** What an act had done before it met the damage must not come to the disk with the next one. */
    @Test
    void anActThatMeetsDamageLeavesNothingToTheNext() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 100);
            FilledStore.importEvents(store, "b", 100, 200);
        }
        damage("UPDATE raw_page SET data = X'00' WHERE import_id = 2");
        try (Store store = Store.open(folder)) {
            String address = store.dictionaries().addresses().value(1);
            assertThatThrownBy(() -> store.erase(address, FilledStore.NINE)).isInstanceOf(StoreException.class);
            store.putSettings(Map.of("a", Optional.of("b")));
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).hasSize(1).allMatch(p -> p.contains("Import 2"));
            assertThat(store.rawRecord(1, 1).text()).isNotEmpty();
            assertThat(store.erasures()).isEmpty();
        }
    }

    /** Two imports, the second one up to an event; the file as it was between them. */
    private byte[] filledTwice(int end) throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 100);
        }
        byte[] between = Files.readAllBytes(file());
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "b", 100, end);
        }
        return between;
    }

    @Test
    void anOlderStateOfTheFileIsNotServedAsTheNewest() throws Exception {
        byte[] older = filledTwice(200);
        Files.write(file(), older);
        StoreException why = refused();
        assertThat(why).hasMessageContaining("lost its last changes");
        try (Store store = Store.openToRead(folder, PasswordSource.none(), why)) {
            assertThat(store.events()).containsOnlyKeys(1L);
        }
    }

    /** As after a disk that kept the head of the file and lost the rest: it looks as it was left, in size and beginning. */
    @Test
    void anOlderStateBehindTheNewestHeadIsNotServedEither() throws Exception {
        byte[] older = filledTwice(1_200);
        byte[] head = Arrays.copyOf(Files.readAllBytes(file()), HEAD);
        byte[] laid = Arrays.copyOf(head, (int) Files.size(file()));
        assertThat(laid.length).isGreaterThan(older.length);
        System.arraycopy(older, HEAD, laid, HEAD, older.length - HEAD);
        Files.write(file(), laid);
        assertThat(refused()).hasMessageContaining("lost its last changes");
        assertThat(Files.readAllBytes(file())).as("nothing was written to it").isEqualTo(laid);
    }

    /** As after a disk that lost only a middle part: size, first and last bytes are as the manifest tells. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void aLostMiddlePartIsNoReasonToWrite(double where) throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 2_000);
            FilledStore.importEvents(store, "b", 2_000, 9_000);
        }
        byte[] laid = Files.readAllBytes(file());
        int from = (int) (HEAD + where * (laid.length - 2 * HEAD - LOST));
        Arrays.fill(laid, from, from + LOST, (byte) 0);
        Files.write(file(), laid);
        try (Store store = Store.open(folder)) {
            assertThat(store.imports()).hasSize(2);
        } catch (StoreException e) {
            assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED);
            assertThat(Files.readAllBytes(file()))
                    .as("nothing was written to it")
                    .isEqualTo(laid);
        }
    }

    private static final int LOST = 4096;
    private static final int HEAD = 8192;

    @Test
    void whatWasPutBackIsGuardedFromItsFirstOpeningOn() throws Exception {
        Path backup = folder.resolve("kept.zip");
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 100);
            FilledStore.importEvents(store, "b", 100, 200);
            store.backup(backup, FilledStore.NINE);
        }
        StoreFolder.restore(folder, backup, PasswordSource.none(), FilledStore.NINE);
        Store.open(folder).close();
        assertThat(Manifest.read(new StoreFiles(folder)).change()).isEqualTo(2);
    }

    @Test
    void theLastBackupIsOffered() throws Exception {
        Path backup = folder.resolve("kept.zip");
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 100);
            store.backup(backup, FilledStore.NINE);
        }
        Files.write(file(), new byte[9_000]);
        StoreException why = refused();
        assertThatThrownBy(() -> Store.openToRead(folder, PasswordSource.none(), why))
                .hasMessageContaining(backup.toString())
                .hasMessageContaining("rebound restore");
        StoreFolder.restore(folder, backup, PasswordSource.none(), FilledStore.NINE);
        try (Store store = Store.open(folder)) {
            assertThat(store.imports()).hasSize(1);
        }
    }

    /** Flips a bit at many places of a store; each is found, or what the store says is what it said before. */
    @Test
    void aFlippedBitIsFoundOrHarmless() throws Exception {
        List<String> truth = filled();
        byte[] good = Files.readAllBytes(file());
        Random random = new Random(8);
        int found = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] bad = good.clone();
            int place = random.nextInt(bad.length);
            bad[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), bad);
            if (isFound(truth)) {
                found++;
            }
        }
        System.out.printf("%d flipped bits: %d found, %d harmless, 0 silent%n", FLIPS, found, FLIPS - found);
    }

    @Test
    void aFileThatWasCutIsFoundOrHarmless() throws Exception {
        List<String> truth = filled();
        byte[] good = Files.readAllBytes(file());
        Random random = new Random(9);
        int found = 0;
        int cuts = Math.max(1, FLIPS / 8);
        for (int i = 0; i < cuts; i++) {
            Files.write(file(), Arrays.copyOf(good, random.nextInt(good.length)));
            found += isFound(truth) ? 1 : 0;
        }
        System.out.printf("%d cuts: %d found, %d harmless, 0 silent%n", cuts, found, cuts - found);
    }

    private boolean isFound(List<String> truth) {
        try (Store store = Store.open(folder)) {
            if (!store.check().isSound()) {
                return true;
            }
            assertThat(FilledStore.told(store)).isEqualTo(truth);
            return false;
        } catch (StoreException e) {
            assertThat(e.getMessage()).doesNotContain("example.com");
            return true;
        }
    }
}
