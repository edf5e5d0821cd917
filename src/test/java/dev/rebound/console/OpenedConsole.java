package dev.rebound.console;

import dev.rebound.classify.Classifier;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.FileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.ProgramActs;
import dev.rebound.console.shell.Shell;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.keystore.KeyStore;
import dev.rebound.sample.Planted;
import dev.rebound.session.DataFolder;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The real window content on a real store, with work done at once on the screen's thread and files chosen by the test. */
final class OpenedConsole implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final Session session;
    final List<Throwable> troubles = new ArrayList<>();
    final List<Path> filesToRead = new ArrayList<>();
    Optional<Path> fileToWrite = Optional.empty();
    /** Names the folder at the next start. */
    final DataFolder places;

    final PassingKeyStore keys = new PassingKeyStore();

    int windowsWanted;
    /** Lists the work of the window. */
    final Background background = Background.immediate(troubles::add);

    private Look look = Look.usual();
    private Locale locale = Locale.UK;
    private boolean masked;
    private @Nullable Stage stage;
    private @Nullable Shell shell;

    /** A console on the sample data in a folder; its store is laid into it where none is there yet. */
    static OpenedConsole onSample(Path folder) throws Exception {
        if (Files.notExists(folder.resolve("rebound.mv.db"))) {
            SampleStore.layInto(folder);
        }
        return new OpenedConsole(folder);
    }

    OpenedConsole(Path folder) throws StoreException {
        places = new DataFolder(folder);
        session = Session.open(
                folder,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                PARIS);
        session.addListener(picture -> {
            if (shell != null) {
                shell.show(picture);
            }
        });
    }

    void importSample() throws StoreException, IOException {
        session.importFiles(
                List.of(Path.of("assets/sample-feeds")), new ImportOptions(PARIS, null, false), ImportListener.none());
    }

    /** A window of this language and theme; the screen's thread only. */
    Shell show(Stage onStage, Locale language, Theme theme) {
        stage = onStage;
        locale = language;
        look = look.in(theme);
        Shell built = build(onStage);
        onStage.setWidth(1280);
        onStage.setHeight(800);
        onStage.show();
        return built;
    }

    /** Text of another size; the screen's thread only. */
    void size(int percent) {
        look = look.sized(percent);
        look.dress(Objects.requireNonNull(stage).getScene());
    }

    private Shell build(Stage onStage) {
        Shell built = new Shell(
                session,
                background,
                new Words(locale, ConsoleApp.class),
                new Formats(locale, PARIS).masked(masked),
                memory -> new Chosen(),
                new Program(),
                false);
        Scene scene = onStage.getScene();
        if (scene == null || scene.getRoot() instanceof Shell) {
            scene = new Scene(built, 1280, 800);
            onStage.setScene(scene);
        } else {
            scene.setRoot(built);
        }
        look.dress(scene);
        shell = built;
        return built;
    }

    @Override
    public void close() throws StoreException {
        shell = null;
        stage = null;
        session.close();
    }

    private final class Chosen implements FileChoice {
        @Override
        public List<Path> filesToRead(String title) {
            return List.copyOf(filesToRead);
        }

        @Override
        public Optional<Path> folderToRead(String title) {
            return filesToRead.stream().findFirst();
        }

        @Override
        public Optional<Path> fileToWrite(String title, String suggestedName) {
            return fileToWrite;
        }
    }

    /** The program around one window: it dresses and rebuilds the window as the real one does. */
    private final class Program implements ProgramActs {
        @Override
        public void openSample() {}

        @Override
        public void leaveSample() {}

        @Override
        public Look look() {
            return look;
        }

        @Override
        public void wear(Look wanted) {
            look = wanted;
            look.dress(Objects.requireNonNull(stage).getScene());
        }

        @Override
        public void speak(Locale wanted) {
            locale = wanted;
            rebuild();
        }

        @Override
        public void pressed() {
            rebuild();
        }

        @Override
        public boolean isMasked() {
            return masked;
        }

        @Override
        public void mask(boolean wanted) {
            masked = wanted;
            rebuild();
        }

        @Override
        public void replaced(String sentence) {
            rebuild();
            Objects.requireNonNull(shell).notices().tell(sentence);
        }

        @Override
        public Optional<DataFolder> places() {
            return Optional.of(places);
        }

        @Override
        public KeyStore keyStore() {
            return keys;
        }

        @Override
        public void openWindow() {
            windowsWanted++;
        }

        @Override
        public void quit() {}
    }

    private void rebuild() {
        Place here = Objects.requireNonNull(shell).here();
        build(Objects.requireNonNull(stage)).open(here);
    }
}
