package dev.rebound.console;

import dev.rebound.classify.Classifier;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.FileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.ProgramActs;
import dev.rebound.console.shell.Shell;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.sample.Planted;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The real window content on a real store, with work done at once on the screen's thread and files chosen by the test. */
final class OpenedConsole implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final Session session;
    final List<Throwable> troubles = new ArrayList<>();
    final List<Path> filesToRead = new ArrayList<>();
    Optional<Path> fileToWrite = Optional.empty();

    OpenedConsole(Path folder) throws StoreException {
        session = Session.open(
                folder,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                PARIS);
    }

    void importSample() throws StoreException, IOException {
        session.importFiles(
                List.of(Path.of("assets/sample-feeds")), new ImportOptions(PARIS, null, false), ImportListener.none());
    }

    /** A window of this language and theme; the screen's thread only. */
    Shell show(Stage stage, Locale locale, Theme theme) {
        Background background = Background.immediate(troubles::add);
        Shell shell = new Shell(
                session,
                background,
                new Words(locale, ConsoleApp.class),
                new Formats(locale, PARIS),
                new Chosen(),
                new NoProgram(),
                false);
        session.addListener(shell::show);
        Scene scene = new Scene(shell, 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        return shell;
    }

    @Override
    public void close() throws StoreException {
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

    private static final class NoProgram implements ProgramActs {
        @Override
        public void openSample() {}

        @Override
        public void leaveSample() {}

        @Override
        public void wear(Theme theme) {}

        @Override
        public void speak(Locale locale) {}

        @Override
        public void quit() {}
    }
}
