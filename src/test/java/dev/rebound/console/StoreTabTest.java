package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.console.kit.Place;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.keystore.KeptPassword;
import dev.rebound.store.StoreException;
import dev.rebound.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store as a whole in the window: backed up, put back, encrypted, and opened with its password. */
class StoreTabTest {
    @TempDir
    Path folder;

    private OpenedConsole console;
    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        console = new OpenedConsole(folder.resolve("store"));
        console.importSample();
        window = new WindowDriver(console);
        window.open(new Place.Data(Place.Data.Part.STORE));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Path backedUp() {
        Path backup = folder.resolve("kept.zip");
        console.fileToWrite = Optional.of(backup);
        window.click("#store-backup");
        assertThat(window.text("#store-result")).contains("read back");
        return backup;
    }

    private void undoLast() {
        WindowDriver.onScreen(
                () -> console.session.undo(console.session.imports().getLast().id()));
    }

    private void restore(Path backup, String password) {
        console.filesToRead.clear();
        console.filesToRead.add(backup);
        window.click("#store-restore");
        window.type("#restore-password", password);
        window.click("#sheet-ok");
    }

    private void password(String once, String again) {
        window.click("#store-encrypt");
        window.type("#store-password", once);
        window.type("#store-password-again", again);
        window.click("#sheet-ok");
    }

    /** Who only wants to look is sure that nothing changes; the window goes on, silently remembers nothing, and can go back. */
    @Test
    void theStoreIsOpenedForReadingOnlyByChoiceAndForWorkAgain() throws Exception {
        window.click("#store-access");
        assertThat(console.session.isWritable()).isFalse();
        assertThat(window.words()).anyMatch(w -> w.contains("as was asked for") && w.contains("reading only"));
        assertThat(window.node("#import", Button.class).isDisabled()).isTrue();
        try (Drag drag = new Drag(window.shell().getScene(), List.of(folder))) {
            assertThat(drag.hang()).as("files are dragged onto it").isNull();
        }
        assertThat(window.node("#store-restore", Button.class).isDisabled()).isTrue();
        window.open(new Place.Invalid(Place.Invalid.Tab.ALL));
        window.pressAll("#invalid");
        assertThat(window.node("#mark-valid", Button.class).isDisabled()).isTrue();
        window.open(new Place.Start());
        window.open(new Place.Data(Place.Data.Part.STORE));
        assertThat(console.troubles)
                .as("what is remembered of a visit bothers nobody")
                .isEmpty();
        assertThatThrownBy(() -> console.session.putSetting("own", "x"))
                .hasMessageContaining("Open it for reading and writing");
        window.click("#read-only-end");
        assertThat(console.session.isWritable()).isTrue();
        assertThat(window.node("#import", Button.class).isDisabled()).isFalse();
        console.session.putSetting("own", "x");
    }

    /** Old messages go after a question that says how many, never by themselves. */
    @Test
    void whoWantsToBeAskedIsAskedAtTheStartAboutOldMessages() throws Exception {
        Path old = Files.writeString(folder.resolve("old.ndjson"), """
                {"email":"anna@example.com","timestamp":1735689600,"event":"delivered","sg_event_id":"old1","sg_message_id":"old"}
                """);
        WindowDriver.onScreen(() -> console.session.importFiles(
                List.of(old), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none()));
        int before = console.session.picture().messages().size();
        window.open(new Place.Data(Place.Data.Part.RETENTION));
        window.act(() -> {
            window.node("#retention-age", ComboBox.class).getSelectionModel().select(2);
            window.node("#retention-at-start", CheckBox.class).fire();
        });
        console.session.putSetting("console.old.asked", "2026-03-13");
        window.close();
        console = new OpenedConsole(folder.resolve("store"));
        window = new WindowDriver(console);
        assertThat(window.words()).anyMatch(w -> w.startsWith("Older than 14 Feb 2025: 1 message with 1 event"));
        assertThat(console.session.picture().messages().size())
                .as("nothing goes unasked")
                .isEqualTo(before);
        window.click("#sheet-ok");
        assertThat(console.session.picture().messages().size()).isEqualTo(before - 1);
    }

    @Test
    void aBackupIsPutBackAndTheViewsShowIt() throws Exception {
        Path backup = backedUp();
        int events = console.session.picture().events().size();
        int imports = console.session.imports().size();
        undoLast();
        assertThat(console.session.picture().events().size()).isLessThan(events);
        restore(backup, "");
        assertThat(console.troubles).isEmpty();
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(console.session.imports()).hasSize(imports);
        assertThat(window.words()).anyMatch(w -> w.contains("is restored and verified"));
        assertThat(console.session.storeFacts().ownBackups()).hasSize(1);
        // The store goes on: it can be changed, and what is changed is kept.
        undoLast();
        assertThat(console.session.check().isSound()).isTrue();
    }

    @Test
    void aFileThatIsNoBackupLeavesTheStoreAsItWas() throws Exception {
        int events = console.session.picture().events().size();
        restore(Files.writeString(folder.resolve("notes.zip"), "no backup"), "");
        assertThat(console.troubles).hasSize(1).first().isInstanceOf(StoreException.class);
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(console.session.check().isSound()).isTrue();
    }

    @Test
    void aStoreIsEncryptedOnlyWhereBothPasswordsAreTheSame() throws Exception {
        password("correct horse", "correct house");
        assertThat(window.words()).anyMatch(w -> w.startsWith("The two passwords differ"));
        assertThat(console.session.storeFacts().encrypted()).isFalse();
        password("", "");
        assertThat(console.session.storeFacts().encrypted()).isFalse();
        password("correct horse", "correct horse");
        assertThat(console.session.storeFacts().encrypted()).isTrue();
        assertThat(window.words()).doesNotContain("correct horse");
        window.click("#store-plain");
        window.click("#sheet-ok");
        assertThat(console.session.storeFacts().encrypted()).isFalse();
    }

    @Test
    void anEncryptedBackupAsksForItsPasswordAndAWrongOneChangesNothing() throws Exception {
        password("correct horse", "correct horse");
        Path backup = backedUp();
        int events = console.session.picture().events().size();
        restore(backup, "battery staple");
        assertThat(console.troubles)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.WRONG_PASSWORD));
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(console.session.storeFacts().encrypted()).isTrue();
        console.troubles.clear();
        restore(backup, "correct horse");
        assertThat(console.troubles).isEmpty();
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(console.session.storeFacts().encrypted()).isTrue();
    }

    @Test
    void thePasswordIsKeptInTheKeyStoreWhenThePersonSaysSoAndForgottenAgain() throws Exception {
        window.click("#store-encrypt");
        window.type("#store-password", "correct horse");
        window.type("#store-password-again", "correct horse");
        window.click("#store-password-keep");
        window.click("#sheet-ok");
        KeptPassword kept = new KeptPassword(console.keys, console.session.folder());
        assertThat(kept.password()).isEqualTo("correct horse".toCharArray());
        assertThat(window.words()).anyMatch(w -> w.contains("kept in Secret Service"));
        // Another password: what was kept holds no longer and goes.
        password("battery staple", "battery staple");
        assertThat(kept.password()).isNull();
        assertThat(console.keys.kept).isEmpty();
        window.click("#store-encrypt");
        window.type("#store-password", "third");
        window.type("#store-password-again", "third");
        window.click("#store-password-keep");
        window.click("#sheet-ok");
        window.click("#store-forget");
        assertThat(console.keys.kept).isEmpty();
        assertThat(window.words()).anyMatch(w -> w.contains("is asked at each start"));
        // A key store that refuses says so; the store is encrypted all the same.
        console.keys.refuses = true;
        window.click("#store-encrypt");
        window.type("#store-password", "fourth");
        window.type("#store-password-again", "fourth");
        window.click("#store-password-keep");
        window.click("#sheet-ok");
        assertThat(window.words()).anyMatch(w -> w.contains("not unlocked"));
        assertThat(console.session.storeFacts().encrypted()).isTrue();
    }

    @Test
    void theDataGoesToAnotherFolderAndTheViewsGoOnThere() throws Exception {
        int events = console.session.picture().events().size();
        Path disk = Files.createDirectories(folder.resolve("disk"));
        console.filesToRead.add(disk);
        window.click("#store-folder");
        assertThat(window.words()).anyMatch(w -> w.contains("copied to " + disk) && w.contains("Only then"));
        window.click("#sheet-close");
        assertThat(disk).as("nothing before it is decided").isEmptyDirectory();
        window.click("#store-folder");
        window.click("#sheet-ok");
        assertThat(console.troubles).isEmpty();
        assertThat(console.session.folder()).isEqualTo(disk);
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(console.places.path()).isEqualTo(disk);
        assertThat(folder.resolve("store/rebound.mv.db")).doesNotExist();
        assertThat(window.words()).anyMatch(w -> w.contains("lies in " + disk + " now, verified"));
        undoLast();
        assertThat(console.session.check().isSound()).isTrue();
    }

    @Test
    void inAFolderWithOtherThingsTheDataGetsAFolderOfItsOwnAndAStoreThatIsThereIsOpenedInstead() throws Exception {
        Path first = console.session.folder();
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Files.writeString(disk.resolve("letter.txt"), "not ours");
        console.filesToRead.add(disk);
        window.click("#store-folder");
        window.click("#sheet-ok");
        Path moved = disk.resolve("Rebound");
        assertThat(console.session.folder()).isEqualTo(moved);
        assertThat(disk.resolve("letter.txt")).hasContent("not ours");
        int events = console.session.picture().events().size();
        // A second, empty store is opened instead, and then the first again.
        try (OpenedConsole second = new OpenedConsole(first.resolveSibling("second"))) {
            second.session.putSetting("note", "the second");
        }
        console.filesToRead.set(0, first.resolveSibling("second"));
        window.click("#store-folder");
        window.click("#sheet-ok");
        assertThat(console.troubles).isEmpty();
        assertThat(console.session.picture().events().size()).isZero();
        console.filesToRead.set(0, moved);
        window.click("#store-folder");
        window.click("#sheet-ok");
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        window.click("#store-folder");
        assertThat(window.words()).anyMatch(w -> w.contains("lies in that folder already"));
    }

    @Test
    void aMoveThatFailsSaysSoAndTheDataStays() throws Exception {
        Path first = console.session.folder();
        int events = console.session.picture().events().size();
        // What tells the next start of the new folder cannot be written.
        Files.createDirectories(first.resolve("rebound.folder/x"));
        console.filesToRead.add(Files.createDirectories(folder.resolve("disk")));
        window.click("#store-folder");
        window.click("#sheet-ok");
        assertThat(console.troubles).hasSize(1).first().isInstanceOf(StoreException.class);
        assertThat(console.session.folder()).isEqualTo(first);
        assertThat(console.session.picture().events().size()).isEqualTo(events);
        assertThat(folder.resolve("disk")).doesNotExist();
        assertThat(console.session.check().isSound()).isTrue();
    }

    @Test
    void thePasswordIsAskedBeforeTheWindowOpensAndAskedAgainWhenItIsWrong() {
        List<String> given = new ArrayList<>();
        List<String> left = new ArrayList<>();
        WindowDriver.onScreen(() -> {
            Unlock sheet = new Unlock(
                    new Words(Locale.UK, ConsoleApp.class),
                    "Secret Service",
                    (typed, keep) -> given.add(new String(typed) + (keep ? ", kept" : "")),
                    () -> left.add("left"));
            new Scene(sheet);
            PasswordField field = (PasswordField) sheet.lookup("#unlock-password");
            Button open = (Button) sheet.lookup("#unlock-open");
            field.setText("battery staple");
            open.fire();
            assertThat(field.getText()).as("what was typed does not stay").isEmpty();
            assertThat(open.isDisabled()).as("while it is tried").isTrue();
            sheet.refuse("That is not the password.");
            assertThat(((Label) sheet.lookup("#unlock-wrong")).getText()).isEqualTo("That is not the password.");
            assertThat(open.isDisabled()).isFalse();
            field.setText("correct horse");
            ((CheckBox) sheet.lookup("#unlock-keep")).setSelected(true);
            open.fire();
            sheet.lookupAll(".button").stream()
                    .filter(b -> ((Button) b).isCancelButton())
                    .map(Node::toString)
                    .forEach(b -> assertThat(b).contains("Quit"));
            return true;
        });
        assertThat(given).containsExactly("battery staple", "correct horse, kept");
        assertThat(left).isEmpty();
    }
}
