package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.store.StoreException.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine does what the store asks of it and nothing else: no code, no files, no network, no lost write. */
class HardenedEngineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS f FOR 'java.lang.System.getProperty(java.lang.String)'",
                "CREATE ALIAS f AS 'int f() { return 1; }'",
                "CREATE TRIGGER t BEFORE INSERT ON setting FOR EACH ROW CALL 'x.Y'",
                "CREATE LINKED TABLE l('org.h2.Driver', 'jdbc:h2:mem:x', 'sa', '', 'INFORMATION_SCHEMA.USERS')",
                "CREATE AGGREGATE a FOR 'x.Y'",
                "CREATE CONSTANT c VALUE 1",
                "CREATE DOMAIN d AS INT",
                "CREATE USER u PASSWORD ''",
                "ALTER USER APP ADMIN TRUE",
                "GRANT ALTER ANY SCHEMA TO APP",
                "CREATE TABLE t(a INT)",
                "DROP TABLE setting",
                "ALTER TABLE setting ADD COLUMN x INT",
                "SET ALLOW_LITERALS ALL",
                "SET TRACE_LEVEL_FILE 3",
                "SET WRITE_DELAY 5000",
                "SCRIPT TO 'stolen.sql'",
                "RUNSCRIPT FROM 'evil.sql'",
                "BACKUP TO 'stolen.zip'",
                "SHUTDOWN",
                "CALL FILE_READ('/etc/hostname')",
                "CALL FILE_WRITE(X'00', 'written')",
                "SELECT * FROM CSVREAD('/etc/hostname')",
                "CALL CSVWRITE('stolen.csv', 'SELECT name FROM setting')",
                "CALL LINK_SCHEMA('X', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
                "SELECT name FROM setting WHERE name = 'anna' OR 'a' = 'a'",
                "UPDATE setting SET content = 'x'"
            })
    void theDailyUserMayNotRunIt(String statement) throws Exception {
        try (Database database = Database.open(folder, null);
                Statement s = database.worker().createStatement()) {
            assertThatThrownBy(() -> s.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            // Not enough rights, administrator's rights are needed, a literal is not allowed.
                            e -> assertThat(e.getErrorCode()).isIn(90096, 90040, 90116));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .noneMatch(n -> n.contains("stolen") || n.contains("trace") || n.contains("written"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launcher/rebound",
                "launcher/rebound.cmd",
                "command/rebound",
                "command/rebound.cmd",
                "jpackage/every-system.txt"
            })
    void everyWayToStartLetsTheEngineLoadNoClassCompileNothingAndListenToNobody(String start) throws Exception {
        assertThat(Path.of("packaging", start))
                .content()
                .contains("-Dh2.allowedClasses=", "-Dh2.javaSystemCompiler=false", "-Dh2.bindAddress=127.0.0.1")
                .contains("-XX:-HeapDumpOnOutOfMemoryError");
    }

    /** By itself the engine keeps what was read for five minutes, undone or not, so that the file and the memory grow. */
    @Test
    void whatWasReadIsHeldOnToForNoLongerThanItsTransaction() throws Exception {
        assertThat(setting("LOB_TIMEOUT")).isEqualTo("0");
    }

    /** By itself the engine lays long answers into the system's temporary folder. */
    @Test
    void noAnswerIsLaidIntoATemporaryFile() throws Exception {
        assertThat(setting("MAX_MEMORY_ROWS")).isEqualTo(String.valueOf(Integer.MAX_VALUE));
    }

    private String setting(String name) throws Exception {
        try (Database database = Database.open(folder, null);
                PreparedStatement p = database.owner()
                        .prepareStatement(
                                "SELECT setting_value FROM information_schema.settings WHERE setting_name = ?")) {
            p.setString(1, name);
            try (ResultSet r = p.executeQuery()) {
                assertThat(r.next()).isTrue();
                return r.getString(1);
            }
        }
    }

    @Test
    void aStoreHasNoAliasTriggerLinkedTableOrOtherUser() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.fill(store);
        }
        try (Database database = Database.openToRead(folder, null)) {
            Connection owner = database.owner();
            assertThat(count(owner, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES"))
                    .isZero();
            assertThat(count(owner, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS"))
                    .isZero();
            assertThat(count(owner, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.CONSTANTS"))
                    .isZero();
            try (PreparedStatement p =
                    owner.prepareStatement("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE STORAGE_TYPE = ?")) {
                p.setString(1, "TABLE LINK");
                try (ResultSet r = p.executeQuery()) {
                    assertThat(r.next()).isTrue();
                    assertThat(r.getInt(1)).isZero();
                }
            }
            assertThat(count(owner, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS"))
                    .isEqualTo(2);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement s = connection.createStatement();
                var r = s.executeQuery(sql)) {
            r.next();
            return r.getLong(1);
        }
    }

    @Test
    void anInterruptedThreadLosesNoWrite() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.importEvents(store, "a", 0, 300);
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                store.putSettings(Map.of("address.p" + i + "@example.com", Optional.of("valid")));
                store.rawRecord(1, i);
                assertThat(Thread.interrupted()).isTrue();
            }
            Thread.currentThread().interrupt();
            FilledStore.importEvents(store, "b", 300, 600);
            assertThat(Thread.interrupted()).isTrue();
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.ownSettings()).hasSize(50);
            assertThat(store.imports()).hasSize(2);
            assertThat(store.check().isSound()).isTrue();
        }
    }

    @Test
    void theEnginesOwnWordsAreNotShown() throws Exception {
        try (Database database = Database.open(folder, null)) {
            SQLException thrown =
                    new SQLException("Unique index violation: VALUES ('anna@example.com')", "23505", 23505);
            StoreException told = Database.trouble(thrown, database.folder());
            assertThat(told).hasMessageNotContaining("anna").hasMessageContaining("23505");
        }
    }

    @Test
    void aStoreThatIsOnlyReadAllowsNoLiteralEither() throws Exception {
        Database.open(folder, null).close();
        try (Database database = Database.openToRead(folder, null);
                Statement s = database.worker().createStatement()) {
            assertThatThrownBy(() -> s.execute("SELECT name FROM setting WHERE name = 'anna'"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(90116));
        }
    }

    @Test
    void aDriveThatWasTakenAwayIsNotCalledDamage() {
        Path gone = folder.resolve("gone");
        StoreException told = Database.trouble(new SQLException("IO Exception: '/x'", "90028", 90028), gone);
        assertThat(told.trouble()).isEqualTo(Trouble.GONE);
        assertThat(told).hasMessageContaining(gone.toString());
        assertThat(Database.trouble(new SQLException("IO Exception: '/x'", "90028", 90028), folder)
                        .trouble())
                .isEqualTo(Trouble.DAMAGED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void aFolderThatMayNotBeWrittenToIsOpenedForReading() throws Exception {
        try (Store store = Store.open(folder.resolve("data"))) {
            FilledStore.importEvents(store, "a", 0, 20);
        }
        Path file = folder.resolve("data/rebound.mv.db");
        byte[] before = Files.readAllBytes(file);
        StoreException why = new StoreException(Trouble.READ_ONLY, "It may not be written to.", null);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(folder.resolve("data"), PosixFilePermissions.fromString("r-x------"));
        try (Store store = Store.openToRead(folder.resolve("data"), PasswordSource.none(), why)) {
            assertThat(store.isWritable()).isFalse();
            assertThat(store.events()).hasSize(1);
            assertThatThrownBy(() -> FilledStore.importEvents(store, "b", 0, 5))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.READ_ONLY));
        } finally {
            Files.setPosixFilePermissions(folder.resolve("data"), PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
