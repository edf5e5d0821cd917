package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.column.Repeats;
import dev.rebound.store.StoreException.Trouble;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores as every earlier format wrote them: two files, four events and one line that could not be read, then two more. */
class UpgradeTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("rebound.mv.db");
    }

    private void lay(int format) throws Exception {
        try (InputStream in = UpgradeTest.class.getResourceAsStream("/stores/format-" + format + ".mv.db")) {
            Files.copy(in, file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anOlderStoreIsUpgradedWithNothingLostAndABackupMade(int format) throws Exception {
        lay(format);
        byte[] old = Files.readAllBytes(file);
        Path backup;
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.imports()).extracting(ImportRun::added).containsExactly(4L, 2L);
            assertThat(store.imports()).extracting(ImportRun::rejected).containsExactly(1L, 0L);
            assertThat(store.rejections(1, 5)).hasSize(1);
            assertThat(store.recognition(1).isEmpty()).isEqualTo(format < 8);
            assertThat(store.rawRecord(1, 1).text()).contains("User unknown");
            assertThat(store.dictionaries().addresses().find("clara@example.net"))
                    .isNotNegative();
            FilledStore.importEvents(store, "new", 0, 10);
            backup = Objects.requireNonNull(store.facts().lastBackup());
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.imports()).hasSize(3);
        }
        assertThat(Backups.facts(backup).format()).isEqualTo(format);
        Path back = folder.resolve("back.mv.db");
        Backups.unpack(backup, Backups.facts(backup), back);
        assertThat(Files.readAllBytes(back)).isEqualTo(old);
        StoreFolder.restore(folder, backup, PasswordSource.none(), FilledStore.NINE);
        try (Store store = Store.open(folder)) {
            assertThat(store.imports()).hasSize(2);
        }
    }

    @Test
    void repeatsThatAnOlderStoreKeptOneByOneAreCountedAndKnownAsBefore() throws Exception {
        lay(6);
        try (Store store = Store.open(folder)) {
            List<String> told = new ArrayList<>();
            store.repeats()
                    .getOrDefault(2L, new Repeats())
                    .each((key, kind, by, count) ->
                            told.add(store.dictionaries().addresses().value(key.address()) + " " + kind + " " + count));
            assertThat(told)
                    .containsExactly(
                            "clara@example.net HARD_BOUNCE 1",
                            "clara@example.net HARD_BOUNCE 1",
                            "david@example.net DELIVERY 1");
            String second = store.imports().getLast().source().name();
            assertThat(store.undo(1).incomplete()).containsExactly(second);
        }
    }

    @Test
    void everyEarlierFormatHasAStoreToTestWith() {
        for (int format = 1; format < Schema.VERSION; format++) {
            assertThat(UpgradeTest.class.getResource("/stores/format-" + format + ".mv.db"))
                    .as("format %d", format)
                    .isNotNull();
        }
    }

    @Test
    void aNewerStoreIsRefusedWithASentenceAndNoByteOfItChanges() throws Exception {
        lay(3);
        try (Connection c = owner();
                Statement s = c.createStatement()) {
            s.execute("UPDATE schema_version SET version = 999");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.NEWER))
                .hasMessageContaining("999")
                .hasMessageContaining("Update Rebound");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS f FOR 'java.lang.System.getProperty(java.lang.String)'",
                "CREATE FORCE TRIGGER t BEFORE INSERT ON setting FOR EACH ROW CALL 'x.Y'",
                "CREATE CONSTANT c VALUE 1",
                "CREATE USER stranger PASSWORD 'x' ADMIN",
                "CREATE LINKED TABLE l('org.h2.Driver', 'jdbc:h2:mem:x', 'sa', '', 'INFORMATION_SCHEMA.USERS')",
                "DROP TABLE schema_version"
            })
    void aStoreThatCouldRunAStrangersCodeIsRefused(String statement) throws Exception {
        lay(3);
        try (Connection c = owner();
                Statement s = c.createStatement()) {
            s.execute(statement);
        }
        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.FOREIGN));
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(
                "jdbc:h2:" + folder.resolve("rebound") + ";TRACE_LEVEL_FILE=0", "REBOUND", "");
    }

    @Test
    void anUpgradeThatFailsLeavesTheOldStore() throws Exception {
        lay(2);
        try (Connection c = owner();
                Statement s = c.createStatement()) {
            // In the way of a later format.
            s.execute("CREATE TABLE seal(x INT)");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(StoreException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder.resolve("next")).doesNotExist();
    }
}
