package dev.rebound.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data goes to another folder whole, or stays where it is whole; the next start finds it. */
class MovedDataTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path usual;
    private Path other;
    private DataFolder places;

    @BeforeEach
    void fill() throws Exception {
        usual = folder.resolve("usual");
        other = folder.resolve("disk/rebound");
        places = new DataFolder(usual);
        try (Session session = opened(usual)) {
            Path export = Files.writeString(folder.resolve("day.json"), """
                    {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"s1","sg_message_id":"m1"}
                    {"email":"anna@example.com","timestamp":1773388860,"event":"delivered","sg_event_id":"s2","sg_message_id":"m1"}
                    """);
            session.importFiles(List.of(export), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            session.putSetting("note", "kept");
        }
        Files.createDirectories(usual.resolve("backups"));
        Files.writeString(usual.resolve("backups/before-restore_x.zip"), "a backup");
        Files.createDirectories(usual.resolve("readers"));
        Files.writeString(usual.resolve("notes.txt"), "somebody else's");
    }

    private static Session opened(Path data) throws StoreException {
        return opened(data, PasswordSource.none());
    }

    private static Session opened(Path data, PasswordSource passwords) throws StoreException {
        return Session.open(data, StandardFeeds.catalog(), Classifier.standard(), CLOCK, ZoneOffset.UTC, passwords);
    }

    private static void holdsAll(Session session) throws StoreException {
        assertThat(session.picture().events().size()).isEqualTo(2);
        assertThat(session.ownSettings()).containsEntry("note", "kept");
        assertThat(session.check().problems()).isEmpty();
        assertThat(session.rawRecord(1, 1).text()).contains("delivered");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, byte[]> present() throws IOException {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (String name : List.of("rebound.mv.db", "backups/before-restore_x.zip", "notes.txt")) {
            files.put(name, Files.readAllBytes(usual.resolve(name)));
        }
        return files;
    }

    @Test
    void theDataGoesWholeAndTheNextStartFindsIt() throws Exception {
        List<Integer> shown = new ArrayList<>();
        try (Session session = opened(usual)) {
            session.addListener(p -> shown.add(p.events().size()));
            assertThat(session.moveTo(other, places)).isTrue();
            assertThat(session.folder()).isEqualTo(other);
            holdsAll(session);
            session.putSetting("after", "the move");
        }
        assertThat(shown).contains(2);
        assertThat(namesIn(usual)).containsExactly("notes.txt", "rebound.folder");
        assertThat(namesIn(other)).contains("rebound.mv.db", "backups", "logs", "readers");
        assertThat(other.resolve("backups/before-restore_x.zip")).hasContent("a backup");
        assertThat(other.resolve("logs/rebound.log")).content().contains("moved");
        DataFolder again = new DataFolder(usual);
        assertThat(again.path()).isEqualTo(other);
        again.refuseMissing(again.path());
        try (Session session = opened(again.path())) {
            holdsAll(session);
            assertThat(session.ownSettings()).containsEntry("after", "the move");
            assertThatThrownBy(() -> session.moveTo(usual, again)).hasMessageContaining("is not empty");
            holdsAll(session);
        }
        Files.delete(usual.resolve("notes.txt"));
        try (Session session = opened(again.path())) {
            assertThat(session.moveTo(usual, again)).as("and back").isTrue();
            holdsAll(session);
        }
        assertThat(other).doesNotExist();
        assertThat(namesIn(usual)).doesNotContain("rebound.folder");
        assertThat(again.path()).isEqualTo(usual);
    }

    /** Moves the data there and back until it is killed; arguments: the usual folder and the other one. */
    public static void main(String[] args) throws StoreException {
        DataFolder places = new DataFolder(Path.of(args[0]));
        List<Path> folders = List.of(Path.of(args[0]), Path.of(args[1]));
        try (Session session = opened(places.path())) {
            places.finishMove();
            System.out.println("ready");
            while (true) {
                session.moveTo(folders.get(session.folder().equals(folders.getFirst()) ? 1 : 0), places);
            }
        }
    }

    /** The suite kills twice; {@code -Drebound.kills=100} kills as often as the promise says, a fifth of it here. */
    @Test
    void aMoveThatIsKilledAtAnyMomentLeavesOneWholeStore() throws Exception {
        Files.delete(usual.resolve("notes.txt"));
        Random random = new Random(11);
        int moved = 0;
        for (int kill = 0; kill < Math.max(2, Integer.getInteger("rebound.kills", 2) / 5); kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx300m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MovedDataTest.class.getName(),
                            usual.toString(),
                            other.toString())
                    .redirectError(folder.resolve("err.txt").toFile())
                    .start();
            try (var out = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine())
                        .as(Files.readString(folder.resolve("err.txt")))
                        .isEqualTo("ready");
                // The moment of the kill is the test's subject, not something waited for.
                process.waitFor(random.nextInt(800), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
            }
            process.waitFor();
            DataFolder told = new DataFolder(usual);
            told.refuseMissing(told.path());
            moved += told.path().equals(other) ? 1 : 0;
            try (Session session = opened(told.path())) {
                holdsAll(session);
                told.finishMove();
            }
            Path empty = told.path().equals(usual) ? other : usual;
            // What lies in the other folder was not finished: it says so, and the next move begins there again.
            assertThat(!Files.exists(empty.resolve("rebound.mv.db")) || Files.exists(empty.resolve("rebound.arriving")))
                    .as("%s holds no second store that nobody knows of", empty)
                    .isTrue();
        }
        System.out.printf("moves: killed, found whole each time, %d times in the other folder%n", moved);
    }

    @Test
    void anEncryptedStoreGoesWithItsKey() throws Exception {
        try (Session session = opened(usual)) {
            session.encrypt("correct horse".toCharArray());
            session.moveTo(other, places);
            holdsAll(session);
        }
        assertThatThrownBy(() -> opened(other)).isInstanceOf(StoreException.class);
        try (Session session = opened(other, "correct horse"::toCharArray)) {
            holdsAll(session);
        }
        assertThat(Files.readString(other.resolve("rebound.mv.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("anna@example.com");
    }

    @Test
    void whereItCannotGoItStaysAsItWasAndNothingIsLeftThere() throws Exception {
        Map<String, byte[]> before = present();
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("letter.txt"), "not ours");
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        for (Path to : List.of(taken, usual, usual.resolve("deeper"), file, file.resolve("below"))) {
            try (Session session = opened(usual)) {
                assertThatThrownBy(() -> session.moveTo(to, places))
                        .as("%s", to)
                        .isInstanceOf(StoreException.class);
                assertThat(session.folder()).isEqualTo(usual);
                holdsAll(session);
            }
        }
        assertThat(namesIn(taken)).containsExactly("letter.txt");
        assertThat(present().keySet()).isEqualTo(before.keySet());
        assertThat(places.path()).isEqualTo(usual);
    }

    @Test
    void aFailureBeforeTheChoiceLeavesNothingInTheOtherFolder() throws Exception {
        // The choice cannot be kept: where its file should be there is a folder.
        Files.createDirectories(usual.resolve("rebound.folder/x"));
        try (Session session = opened(usual)) {
            assertThatThrownBy(() -> session.moveTo(other, places)).hasMessageContaining("cannot be kept");
            assertThat(session.folder()).isEqualTo(usual);
            holdsAll(session);
        }
        assertThat(other).doesNotExist();
    }

    @Test
    void aMoveThatWasKilledIsBegunAgainOrFinished() throws Exception {
        // Killed while it copied: half a file lies there, under a name that is none yet.
        Files.createDirectories(other.resolve("next"));
        Files.writeString(other.resolve("next/rebound.mv.db"), "half");
        Files.writeString(other.resolve("rebound.arriving"), "");
        // Killed after the choice: both folders hold the data.
        try (Session session = opened(usual)) {
            holdsAll(session);
        }
        StoreFolder.copy(usual, other, Session.BESIDE, PasswordSource.none());
        places.choose(other, Optional.of(usual));
        try (Session session = opened(places.path())) {
            holdsAll(session);
            places.finishMove();
        }
        assertThat(namesIn(usual)).containsExactly("notes.txt", "rebound.folder");
        assertThat(other.resolve("rebound.arriving")).doesNotExist();
        assertThat(Files.readString(usual.resolve("rebound.folder"))).doesNotContain("left");
    }

    @Test
    void whatSomebodyChangedAfterTheMoveIsNotRemoved() throws Exception {
        StoreFolder.copy(usual, other, Session.BESIDE, PasswordSource.none());
        places.choose(other, Optional.of(usual));
        try (Session session = opened(usual)) {
            session.putSetting("note", "worked on here");
        }
        try (Session session = opened(other)) {
            places.finishMove();
            holdsAll(session);
        }
        try (Session session = opened(usual)) {
            assertThat(session.ownSettings()).containsEntry("note", "worked on here");
        }
        assertThat(places.path()).isEqualTo(other);
    }

    @Test
    void aFolderThatIsAwayIsNotBegunAnew() throws Exception {
        try (Session session = opened(usual)) {
            session.moveTo(other, places);
        }
        Path away = folder.resolve("away");
        Files.move(other, away);
        assertThatThrownBy(() -> places.refuseMissing(places.path()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Connect its disk");
        places.refuseMissing(folder.resolve("named-by-store"));
        Files.writeString(usual.resolve("rebound.folder"), "torn", StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> places.refuseMissing(places.path())).hasMessageContaining("does not say");
    }

    @Test
    void anotherStoreIsOpenedInsteadAndThisOneStays() throws Exception {
        Path second = folder.resolve("second");
        try (Session session = opened(second)) {
            session.putSetting("note", "the second");
        }
        try (Session session = opened(usual)) {
            assertThatThrownBy(() -> session.openInstead(folder.resolve("day.json"), PasswordSource.none(), places))
                    .isInstanceOf(StoreException.class);
            holdsAll(session);
            assertThat(session.openInstead(second, PasswordSource.none(), places))
                    .isTrue();
            assertThat(session.ownSettings()).containsEntry("note", "the second");
            assertThat(session.picture().events().size()).isZero();
        }
        assertThat(places.path()).isEqualTo(second);
        try (Session session = opened(usual)) {
            holdsAll(session);
        }
    }
}
