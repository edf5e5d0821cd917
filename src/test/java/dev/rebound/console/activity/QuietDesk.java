package dev.rebound.console.activity;

import dev.rebound.classify.Classifier;
import dev.rebound.console.ConsoleApp;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.Changes;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Notices;
import dev.rebound.console.kit.Pins;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Remembered;
import dev.rebound.console.kit.Sheets;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.insight.Picture;
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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/** A desk on a real store without a window: work is done at once, and what is told and where one goes is kept. */
final class QuietDesk implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final Session session;
    final ObjectProperty<Picture> picture;
    final List<String> told = new ArrayList<>();
    final List<Place> went = new ArrayList<>();
    final List<Throwable> troubles = new ArrayList<>();
    final Desk desk;

    QuietDesk(Path folder) throws StoreException {
        session = Session.open(
                folder,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Planted.NOW, ZoneOffset.UTC),
                PARIS);
        picture = new SimpleObjectProperty<>(session.picture());
        session.addListener(picture::set);
        Background background = Background.immediate(troubles::add);
        Words words = new Words(Locale.UK, ConsoleApp.class);
        Notices notices = new Told();
        desk = new Desk(
                session,
                picture,
                background,
                words,
                new Formats(Locale.UK, PARIS),
                went::add,
                new NoFiles(),
                notices,
                new Changes(session, background, notices, words),
                new NoSheets(),
                new Pins(),
                new Remembered(session, background, notices),
                new KeyMap(java.util.Map.of()));
    }

    QuietDesk withSample() throws StoreException, IOException {
        session.importFiles(
                List.of(Path.of("assets/sample-feeds")), new ImportOptions(PARIS, null, false), ImportListener.none());
        return this;
    }

    @Override
    public void close() throws StoreException {
        session.close();
    }

    private final class Told implements Notices {
        @Override
        public void tell(String sentence) {
            told.add(sentence);
        }

        @Override
        public Runnable offer(String sentence, List<Offer> acts) {
            told.add(sentence);
            return () -> told.remove(sentence);
        }

        @Override
        public void trouble(Throwable trouble) {
            troubles.add(trouble);
        }
    }

    private static final class NoSheets implements Sheets {
        @Override
        public void open(Region sheet, Runnable focus) {}

        @Override
        public void close() {}
    }

    private static final class NoFiles implements FileChoice {
        @Override
        public List<Path> filesToRead(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> folderToRead(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToWrite(String title, String suggestedName) {
            return Optional.empty();
        }
    }
}
