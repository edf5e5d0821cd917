package dev.rebound.console;

import dev.rebound.classify.Classifier;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.FirstWindow;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.PlaceText;
import dev.rebound.console.kit.Toolkit;
import dev.rebound.console.kit.WindowPlace;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import dev.rebound.session.SampleData;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The window part of the program: builds the services, opens windows on the person's own data or on the sample beside
 * it, and ends everything in order. How the windows look is the same in all of them and kept with the data.
 */
public final class ConsoleApp {
    private static final String LANGUAGE = "console.language";
    private static final String WINDOW = "console.window";
    private static final String PLACE = "console.place";

    private final ZoneId zone;
    private final Runnable end;
    private final Background background;
    private final Session own;
    private final DataFolder places = DataFolder.ofThisPerson();
    private final List<ConsoleWindow> windows = new ArrayList<>();
    private @Nullable Session sample;
    private @Nullable FirstWindow secondStarts;
    private Locale locale;
    private Look look;
    private boolean masked;

    ConsoleApp(Session own, ZoneId zone, Locale locale, Runnable end) throws StoreException {
        this.own = own;
        this.zone = zone;
        this.end = end;
        this.background = Background.threads(this::trouble);
        Toolkit.onTrouble(this::trouble);
        Map<String, String> settings = own.settings();
        String language = settings.get(LANGUAGE);
        this.locale = language == null ? locale : Language.of(language).locale();
        this.look = Look.of(settings);
        hear(own);
        Platform.getPreferences().colorSchemeProperty().addListener((o, before, now) -> dress());
        Platform.getPreferences().reducedMotionProperty().addListener((o, before, now) -> dress());
    }

    private void hear(Session session) {
        session.addListener(picture -> background.onScreen(
                () -> windows.stream().filter(w -> w.session() == session).forEach(w -> w.show(picture))));
    }

    /**
     * Opens the window, tells when it stands, and ends it.
     *
     * @param campaign when given, every view is visited on the way, with this campaign chosen
     * @return the exit code: 0, or 3 where the store cannot be opened
     */
    public static int tour(
            Path folder, Clock clock, ZoneId zone, Locale locale, @Nullable String campaign, Runnable drawn) {
        int[] code = {0};
        Toolkit.run(end -> {
            try {
                ConsoleApp app = new ConsoleApp(session(folder, clock, zone), zone, locale, end);
                app.open(false);
                ConsoleWindow window = app.windows.getFirst();
                new Tour(campaign == null ? List.of() : Tour.everyView(campaign), window::go, window::isIdle, () -> {
                            drawn.run();
                            window.quit();
                        })
                        .start();
            } catch (StoreException e) {
                code[0] = 3;
                end.run();
            }
        });
        return code[0];
    }

    private static Session session(Path folder, Clock clock, ZoneId zone) throws StoreException {
        return Session.open(folder, StandardFeeds.catalog(folder), Classifier.standard(), clock, zone);
    }

    /** Imports into the person's own data: in the first window that shows it, else in one that leaves the sample for it. */
    void importFiles(List<Path> files) {
        if (windows.isEmpty()) {
            return;
        }
        ConsoleWindow window =
                windows.stream().filter(w -> w.session() == own).findFirst().orElse(windows.getFirst());
        if (window.session() != own) {
            window.leaveSample();
        }
        window.importFiles(files);
    }

    /** From now on a second start on the same data brings this program's window to the front. */
    void hearSecondStarts() {
        secondStarts = FirstWindow.of(own::folder, this::toFront);
    }

    /** Brings the window that shows the person's own data to the front, and imports files where there are some. */
    void toFront(List<Path> files) {
        windows.stream()
                .filter(w -> w.session() == own)
                .findFirst()
                .or(() -> windows.stream().findFirst())
                .ifPresent(ConsoleWindow::toFront);
        importFiles(files);
    }

    void open(boolean showSample) throws StoreException {
        Map<String, String> settings = own.ownSettings();
        ConsoleWindow window = new ConsoleWindow(this, own);
        windows.add(window);
        Optional.ofNullable(settings.get(WINDOW)).ifPresent(w -> WindowPlace.apply(w, window.stage()));
        window.build();
        Optional.ofNullable(settings.get(PLACE)).flatMap(PlaceText::read).ifPresent(window::go);
        window.stage().show();
        if (showSample) {
            importSample(own);
        }
    }

    /** Another window that shows what this one shows. */
    void openBeside(ConsoleWindow window) {
        ConsoleWindow other = new ConsoleWindow(this, window.session());
        windows.add(other);
        other.stage().setX(window.stage().getX() + 40);
        other.stage().setY(window.stage().getY() + 40);
        other.build();
        other.go(window.here());
        other.stage().show();
    }

    /** Closes a window; with the last one the program ends. */
    void close(ConsoleWindow window) {
        if (windows.size() > 1) {
            windows.remove(window);
            window.stage().hide();
            return;
        }
        window.giveUpJobs();
        Map<String, Optional<String>> kept = new LinkedHashMap<>();
        kept.put(WINDOW, Optional.of(WindowPlace.of(window.stage())));
        if (window.session() == own) {
            kept.put(PLACE, PlaceText.of(window.here()));
        }
        if (own.isWritable()) {
            background.job(() -> own.change(kept), done -> {});
        }
        window.stage().hide();
        FirstWindow hearing = secondStarts;
        if (hearing != null) {
            hearing.close();
        }
        background.close();
        try {
            Session left = sample;
            if (left != null) {
                closeSample(left);
            }
            own.close();
        } catch (StoreException | IOException e) {
            trouble(e);
        }
        end.run();
    }

    private void trouble(Throwable t) {
        if (!windows.isEmpty()) {
            windows.getFirst().trouble(t);
        }
    }

    /** Says that the sample is read, and shows its first gap when it is there and the person has not gone elsewhere. */
    private void importSample(Session into) {
        List<ConsoleWindow> showing =
                windows.stream().filter(w -> w.session() == into).toList();
        showing.forEach(w -> w.tell(new Words(locale, ConsoleApp.class).of("shell.sample.reading")));
        background.job(
                () -> {
                    try (SampleData data = SampleData.unpacked()) {
                        return into.importFiles(
                                List.of(data.folder()), new ImportOptions(zone, null, false), ImportListener.none());
                    }
                },
                report ->
                        showing.stream().filter(ConsoleWindow::isAtStart).forEach(w -> w.go(new Place.Campaigns(""))));
    }

    /** Opens the sample, imported once, for a window. */
    void withSample(Consumer<Session> show) {
        Session known = sample;
        if (known != null) {
            show.accept(known);
            return;
        }
        background.job(
                () -> session(
                        Files.createTempDirectory("rebound-sample-store"),
                        Clock.fixed(SampleData.NOW, ZoneOffset.UTC),
                        zone),
                opened -> {
                    sample = opened;
                    hear(opened);
                    show.accept(opened);
                    importSample(opened);
                });
    }

    /** The sample goes with the last window that shows it. */
    void leftSample() {
        Session left = sample;
        if (left != null && windows.stream().noneMatch(w -> w.session() == left)) {
            sample = null;
            background.job(() -> closeSample(left), done -> {});
        }
    }

    private static Path closeSample(Session left) throws StoreException, IOException {
        left.close();
        SampleData.delete(left.folder());
        return left.folder();
    }

    Session own() {
        return own;
    }

    DataFolder places() {
        return places;
    }

    KeyStore keyStore() {
        return KeyStore.ofThisComputer(places.usual());
    }

    Background background() {
        return background;
    }

    ZoneId zone() {
        return zone;
    }

    Locale locale() {
        return locale;
    }

    Look look() {
        return look;
    }

    boolean isMasked() {
        return masked;
    }

    void wear(Look wanted) {
        look = wanted;
        dress();
        keep(wanted.settings());
    }

    private void dress() {
        windows.forEach(w -> look.dress(w.stage().getScene()));
    }

    void speak(Locale wanted) {
        locale = wanted;
        keep(Map.of(LANGUAGE, wanted.getLanguage()));
        rebuild();
    }

    /** Builds all windows anew, each where it is. */
    void rebuild() {
        windows.forEach(ConsoleWindow::rebuild);
    }

    void replaced(String sentence) {
        rebuild();
        windows.forEach(w -> w.tell(sentence));
    }

    void mask(boolean wanted) {
        masked = wanted;
        rebuild();
    }

    private void keep(Map<String, String> settings) {
        Map<String, Optional<String>> contents = new LinkedHashMap<>();
        settings.forEach((name, content) -> contents.put(name, Optional.of(content)));
        if (own.isWritable()) {
            background.job(() -> own.change(contents), done -> {});
        }
    }
}
