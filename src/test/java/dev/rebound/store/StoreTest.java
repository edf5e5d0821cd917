package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.column.Repeats;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.Verdict;
import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant NINE = Instant.parse("2026-03-13T09:00:00Z");

    @TempDir
    Path folder;

    private static RawEvent event(int n) {
        RawRecord record = new RawRecord("{\"n\":" + n + "}", n + 1, "");
        return RawEvent.builder(EventKind.SEND, NINE.plusSeconds(n), "Anna" + n + "@Example.com", "Test", record)
                .eventId("e" + n)
                .with(EventText.CAMPAIGN, "Spring")
                .build();
    }

    private static ImportSource source(String name) {
        return new ImportSource(name, "/exports/" + name, 10, "sha-" + name, "UTC", NINE);
    }

    private static ImportRun importEvents(Store store, String name, int from, int to) throws StoreException {
        try (ImportWriter w = store.beginImport(source(name))) {
            w.feed("test", "Test feed", "");
            for (int n = from; n < to; n++) {
                w.append(event(n), Verdict.UNDETERMINED);
            }
            return w.commit(to - from, "rules-1");
        }
    }

    private static int events(Store store) {
        return store.events().values().stream()
                .flatMap(List::stream)
                .mapToInt(c -> c.size())
                .sum();
    }

    @Test
    void whatWasImportedIsThereAfterReopening() throws Exception {
        try (Store store = Store.open(folder)) {
            assertThat(importEvents(store, "a", 0, 700).added()).isEqualTo(700);
        }
        try (Store store = Store.open(folder)) {
            assertThat(events(store)).isEqualTo(700);
            assertThat(store.imports())
                    .singleElement()
                    .satisfies(r -> assertThat(r.feedName()).isEqualTo("Test feed"));
            assertThat(store.rawRecord(1, 300)).isEqualTo(new RawRecord("{\"n\":300}", 301, ""));
            assertThat(store.dictionaries().addresses().value(5)).isEqualTo("anna5@example.com");
        }
    }

    @Test
    void anEventThatIsKnownIsCountedAndNotStoredAgain() throws Exception {
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, 100);
            ImportRun overlap = importEvents(store, "b", 50, 150);
            assertThat(overlap.added()).isEqualTo(50);
            assertThat(overlap.duplicates()).isEqualTo(50);
            assertThat(events(store)).isEqualTo(150);
        }
    }

    @Test
    void moreRepeatsThanAPageHoldsAreAllThere() throws Exception {
        int many = ImportWriter.SEGMENT_EVENTS + 500;
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, many);
            importEvents(store, "b", 0, many);
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.repeats().getOrDefault(2L, new Repeats()).size()).isEqualTo(many);
            assertThat(store.undo(1).incomplete()).containsExactly("b");
        }
    }

    @Test
    void anImportWithoutCommitLeavesNothing() throws Exception {
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, 10);
            int texts = store.dictionaries().addresses().size();
            try (ImportWriter w = store.beginImport(source("b"))) {
                w.append(event(500), Verdict.UNDETERMINED);
                w.reject(new Rejection(3, "", "not readable", "x"));
            }
            assertThat(events(store)).isEqualTo(10);
            assertThat(store.dictionaries().addresses().size()).isEqualTo(texts);
            assertThat(importEvents(store, "b", 500, 501).added()).isEqualTo(1);
        }
    }

    @Test
    void undoTakesAnImportBackAndReimportingCompletesTheOthers() throws Exception {
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, 100);
            importEvents(store, "b", 50, 150);
            UndoResult undone = store.undo(1);
            assertThat(undone.removed()).isEqualTo(100);
            assertThat(undone.incomplete()).containsExactly("b");
            assertThat(events(store)).isEqualTo(50);
            assertThat(store.importOf("sha-b")).isEmpty();
            assertThat(importEvents(store, "b", 50, 150).added()).isEqualTo(50);
            assertThat(events(store)).isEqualTo(100);
        }
    }

    @Test
    void onlyImportsThatSkippedEventsOfTheUndoneOneAreNamed() throws Exception {
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, 10);
            try (ImportWriter w = store.beginImport(source("repeats itself"))) {
                w.feed("test", "Test", "");
                for (int i : new int[] {20, 21, 20}) {
                    w.append(event(i), Verdict.UNDETERMINED);
                }
                assertThat(w.commit(3, "rules-1").duplicates()).isEqualTo(1);
            }
            importEvents(store, "b", 9, 12);
            assertThat(store.undo(1).incomplete()).containsExactly("b");
            assertThat(store.importOf("sha-repeats itself")).isPresent();
        }
    }

    private static String pseudonym(Path data) throws StoreException {
        try (Store store = Store.open(data)) {
            return store.personKey().hash("pseudonym", "anna@example.com");
        }
    }

    @Test
    void aPseudonymIsTheSameInOneStoreAndAnotherInEachOther() throws Exception {
        Path one = folder.resolve("one");
        assertThat(pseudonym(one)).isEqualTo(pseudonym(one)).isNotEqualTo(pseudonym(folder.resolve("other")));
    }

    @Test
    void aSecondOwnerIsToldSo() throws Exception {
        try (Store store = Store.open(folder)) {
            assertThatThrownBy(() -> Store.open(store.folder()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.IN_USE));
        }
        try (Store again = Store.open(folder)) {
            assertThat(events(again)).isZero();
        }
    }

    @Test
    void anEmptyOrForeignFileIsRefusedAndNotChanged() throws Exception {
        Path file = folder.resolve("rebound.mv.db");
        Files.createFile(file);
        assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("0 bytes");
        assertThat(Files.size(file)).isZero();
        Files.writeString(file, "this is a letter to a friend ".repeat(400));
        long size = Files.size(file);
        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(StoreException.class);
        assertThat(Files.size(file)).isEqualTo(size);
        for (int bytes : new int[] {1, 4_095}) {
            byte[] few = new byte[bytes];
            Files.write(file, few);
            assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(StoreException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(few);
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(StoreException.class);
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void aSemicolonInThePathIsRefused() {
        assertThatThrownBy(() -> Store.open(folder.resolve("x;INIT=CREATE TABLE PWNED(ID INT)")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.BAD_PATH));
    }

    @Test
    void checkVerifiesEveryPage() throws Exception {
        try (Store store = Store.open(folder)) {
            importEvents(store, "a", 0, 1_000);
            CheckReport report = store.check();
            assertThat(report.isSound()).isTrue();
            assertThat(report.events()).isEqualTo(1_000);
            assertThat(report.pages()).isGreaterThan(10);
        }
    }

    @Test
    void settingsOfTheOperatorWinOverImportedOnes() throws Exception {
        try (Store store = Store.open(folder)) {
            try (ImportWriter w = store.beginImport(source("s"))) {
                w.setting("retry-window.SES", "PT12H");
                w.commit(1, "rules-1");
            }
            assertThat(store.settings()).containsEntry("retry-window.SES", "PT12H");
            store.putSettings(Map.of("retry-window.SES", Optional.of("PT24H")));
            assertThat(store.settings()).containsEntry("retry-window.SES", "PT24H");
            store.putSettings(Map.of("retry-window.SES", Optional.empty()));
            store.undo(1);
            assertThat(store.settings()).isEmpty();
        }
    }

    @Test
    void aFolderOfAnotherComputerAndOneThatIsCopiedAreKnown() {
        assertThat(StoreFiles.isNetwork("\\\\fileserver\\mail\\Rebound", "NTFS"))
                .isTrue();
        assertThat(StoreFiles.isNetwork("C:\\Users\\anna\\AppData\\Local\\Rebound", "NTFS"))
                .isFalse();
        for (String network : List.of("nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs")) {
            assertThat(StoreFiles.isNetwork("/mnt/rebound", network))
                    .as(network)
                    .isTrue();
        }
        for (String local : List.of("ext4", "btrfs", "xfs", "apfs", "tmpfs", "overlay")) {
            assertThat(StoreFiles.isNetwork("/home/anna/rebound", local))
                    .as(local)
                    .isFalse();
        }
        assertThat(StoreFiles.isSynchronised(Path.of("/home/anna/OneDrive - Example/mail/rebound")))
                .isTrue();
        assertThat(StoreFiles.isSynchronised(Path.of("/home/anna/Dropbox"))).isTrue();
        assertThat(StoreFiles.isSynchronised(Path.of("/home/anna/.local/share/rebound")))
                .isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void onlyTheOwnerMayReadTheFiles() throws IOException, StoreException {
        Store.open(folder).close();
        assertThat(Files.getPosixFilePermissions(folder.resolve("rebound.mv.db")))
                .hasSize(2);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void isWhole(Path data, PasswordSource passwords, int expected) throws StoreException {
        try (Store store = Store.open(data, passwords)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(events(store)).isEqualTo(expected);
        }
    }

    @Test
    void aFolderThatWasMovedOrCopiedWhileNobodyHadItOpenIsTheSameStore() throws Exception {
        PasswordSource secret = () -> "secret".toCharArray();
        Path data = folder.resolve("data");
        try (Store store = Store.open(data)) {
            importEvents(store, "a", 0, 700);
            store.encrypt("secret".toCharArray());
        }
        Path renamed = Files.move(data, folder.resolve("of another name, é 😀"));
        isWhole(renamed, secret, 700);
        Path elsewhere = Files.createDirectory(folder.resolve("another disk")).resolve("data");
        copyFolder(renamed, elsewhere);
        try (Store store = Store.open(elsewhere, secret)) {
            importEvents(store, "b", 700, 900);
        }
        isWhole(elsewhere, secret, 900);
        isWhole(renamed, secret, 700);
        assertThat(data).doesNotExist();
    }

    @Test
    void aCopyMadeWhileAProgramHadItOpenIsWholeOrRefused() throws Exception {
        Path copy = folder.resolve("copy");
        try (Store store = Store.open(folder.resolve("data"))) {
            importEvents(store, "a", 0, 700);
            copyFolder(folder.resolve("data"), copy);
            importEvents(store, "b", 700, 900);
        }
        try (Store store = Store.open(copy)) {
            assertThat(store.check().problems()).isEmpty();
            assertThat(events(store)).isEqualTo(700);
        } catch (StoreException e) {
            assertThat(e.trouble()).isEqualTo(Trouble.DAMAGED);
        }
    }

    @Test
    void aStoreFileWithoutWhatBelongsToItSaysWhatIsMissing() throws Exception {
        Path data = folder.resolve("data");
        try (Store store = Store.open(data)) {
            importEvents(store, "a", 0, 700);
        }
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(data.resolve("rebound.mv.db"), alone.resolve("rebound.mv.db"));
        isWhole(alone, PasswordSource.none(), 700);
        try (Store store = Store.open(data)) {
            store.encrypt("secret".toCharArray());
        }
        Path keyless = Files.createDirectory(folder.resolve("keyless"));
        Files.copy(data.resolve("rebound.mv.db"), keyless.resolve("rebound.mv.db"));
        byte[] before = Files.readAllBytes(keyless.resolve("rebound.mv.db"));
        assertThatThrownBy(
                        () -> Store.open(keyless, () -> "secret".toCharArray()).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("rebound.key");
        assertThat(Files.readAllBytes(keyless.resolve("rebound.mv.db"))).isEqualTo(before);
    }
}
