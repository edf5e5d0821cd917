package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/**
 * A store that lost its last changes, and one whose folder cannot be written to: the window says so, says what is lost,
 * offers the last backup, shows what is there, and changes nothing.
 */
class TroubledStoreTest {
    @TempDir
    static Path folder;

    private static OpenedConsole console;
    private static OpenedConsole locked;
    private static byte[] lockedFile;

    @BeforeAll
    static void loseTheLastChanges() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(PicturesTest.PICTURES);
        Path data = folder.resolve("data");
        Path file = data.resolve("rebound.mv.db");
        byte[] older;
        try (OpenedConsole sound = new OpenedConsole(data)) {
            sound.session.backup(folder.resolve("monday.backup"));
        }
        older = Files.readAllBytes(file);
        try (OpenedConsole sound = new OpenedConsole(data)) {
            sound.session.putSetting("note", "what was done after the backup");
        }
        Files.write(file, older);
        console = new OpenedConsole(data);
        // Nobody may write where the file should lie that says who has the store open.
        Path writeProtected = folder.resolve("locked");
        try (OpenedConsole sound = new OpenedConsole(writeProtected)) {
            sound.importSample();
        }
        Files.delete(writeProtected.resolve("rebound.lock"));
        Files.createDirectories(writeProtected.resolve("rebound.lock"));
        lockedFile = Files.readAllBytes(writeProtected.resolve("rebound.mv.db"));
        locked = new OpenedConsole(writeProtected);
    }

    @AfterAll
    static void close() throws Exception {
        FxToolkit.cleanupStages();
        console.close();
        locked.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,fr", "DARK,en", "DARK,fr"})
    void aDamagedStoreSaysWhatIsLostAndOffersTheLastBackup(Theme theme, String language) throws Exception {
        assertThat(console.session.storeFacts().damaged()).isTrue();
        Stage stage = PicturesTest.onScreen(Stage::new);
        Shell shell = PicturesTest.onScreen(
                () -> console.show(stage, language.equals("fr") ? Locale.FRANCE : Locale.UK, theme));
        PicturesTest.press(shell, new Place.Data(Place.Data.Part.STORE), "");
        assertThat(PicturesTest.picture(stage, shell, "store-damaged-" + theme.code() + "-" + language))
                .isEmpty();
        assertThat(((Label) Objects.requireNonNull(shell.lookup("#read-only"))).getText())
                .isNotBlank();
        assertThat(shell.lookupAll(".danger").stream()
                        .filter(Label.class::isInstance)
                        .map(l -> ((Label) l).getText()))
                .as("what is lost, in the language of the window")
                .singleElement()
                .matches(l -> l.contains("has lost") == language.equals("en") && l.contains("monday.backup"))
                .matches(l -> l.contains("reading only") == language.equals("en"));
        assertThat(shell.lookup("#store-restore-last")).isInstanceOf(Button.class);
        PicturesTest.press(shell, null, "#store-restore-last");
        assertThat(shell.lookup("#restore-password")).isNotNull();
        PicturesTest.onScreen(() -> {
            stage.close();
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "LIGHT,fr", "DARK,en", "DARK,fr"})
    void aStoreThatCanOnlyBeReadShowsAllAndChangesNothing(Theme theme, String language) throws Exception {
        assertThat(locked.session.storeFacts().writable()).isFalse();
        assertThat(locked.session.storeFacts().damaged()).isFalse();
        Stage stage = PicturesTest.onScreen(Stage::new);
        Shell shell = PicturesTest.onScreen(
                () -> locked.show(stage, language.equals("fr") ? Locale.FRANCE : Locale.UK, theme));
        PicturesTest.press(shell, new Place.Campaigns(Planted.SPRING), "");
        assertThat(PicturesTest.picture(stage, shell, "read-only-" + theme.code() + "-" + language))
                .isEmpty();
        assertThat(((Label) Objects.requireNonNull(shell.lookup("#read-only"))).getText())
                .matches(w -> w.contains("only be read") == language.equals("en"));
        PicturesTest.press(shell, new Place.Data(Place.Data.Part.STORE), "");
        assertThat(PicturesTest.picture(stage, shell, "store-read-only-" + theme.code() + "-" + language))
                .isEmpty();
        for (String act : List.of("#store-compact", "#store-encrypt", "#store-folder")) {
            assertThat(((Button) Objects.requireNonNull(shell.lookup(act))).isDisabled())
                    .as(act)
                    .isTrue();
        }
        // An import is refused with a sentence.
        PicturesTest.onScreen(() -> {
            shell.importFiles(List.of(Files.writeString(
                    folder.resolve("users.csv"), "email,email_subscribe\nanna@example.com,subscribed\n")));
            return true;
        });
        assertThat(PicturesTest.picture(stage, shell, "import-read-only-" + theme.code() + "-" + language))
                .isEmpty();
        assertThat(((Labeled) Objects.requireNonNull(shell.lookup("#import-told"))).getText())
                .as("the file's sentence says why")
                .contains(language.equals("en") ? "reading only" : "qu'en lecture");
        assertThat(locked.session.storeFacts().folder().resolve("rebound.mv.db"))
                .hasBinaryContent(lockedFile);
        PicturesTest.onScreen(() -> {
            stage.close();
            return true;
        });
    }
}
