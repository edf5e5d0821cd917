package dev.rebound.console;

import dev.rebound.classify.Classifier;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.DialogFileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.kit.Toolkit;
import dev.rebound.console.shell.ProgramActs;
import dev.rebound.console.shell.Shell;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.SampleData;
import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import dev.rebound.words.Language;
import dev.rebound.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window part of the program: builds the services, opens the main window, and ends both in order. */
public final class ConsoleApp implements ProgramActs {
    private static final String THEME = "console.theme";
    private static final String LANGUAGE = "console.language";

    private final ZoneId zone;
    private final Stage stage;
    private final Runnable end;
    private final Background background;
    private final Session own;
    private @Nullable Session sample;
    private @Nullable Shell shell;
    private Locale locale;
    private Theme theme;

    private ConsoleApp(Stage stage, Session own, ZoneId zone, Locale locale, Runnable end) throws StoreException {
        this.stage = stage;
        this.own = own;
        this.zone = zone;
        this.end = end;
        this.background = Background.threads(this::trouble);
        String language = own.settings().get(LANGUAGE);
        this.locale = language == null ? locale : Language.of(language).locale();
        this.theme = Theme.of(own.settings().get(THEME));
        own.addListener(p -> background.onScreen(() -> {
            if (sample == null && shell != null) {
                shell.show(p);
            }
        }));
    }

    /**
     * Opens the window on a data folder and returns when it is closed.
     *
     * @param showSample whether the sample is imported into the folder first
     * @param files what is imported once the window stands
     * @return the exit code: 0, or 3 where the store cannot be opened
     */
    public static int run(Path folder, boolean showSample, List<Path> files, Clock clock, ZoneId zone, Locale locale) {
        int[] code = {0};
        Toolkit.run(end -> new Start(folder, showSample, files, clock, zone, locale, end, code).begin());
        return code[0];
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
                ConsoleApp app = new ConsoleApp(new Stage(), session(folder, clock, zone), zone, locale, end);
                app.open(false);
                app.visit(campaign == null ? List.of() : Tour.everyView(campaign), () -> {
                    drawn.run();
                    app.quit();
                });
            } catch (StoreException e) {
                code[0] = 3;
                end.run();
            }
        });
        return code[0];
    }

    private void visit(List<Place> places, Runnable then) {
        new Tour(places, Objects.requireNonNull(shell)::open, background::isIdle, then).start();
    }

    private static Session session(Path folder, Clock clock, ZoneId zone) throws StoreException {
        return Session.open(folder, StandardFeeds.catalog(folder), Classifier.standard(), clock, zone);
    }

    /** From the start of the program until the window stands: asks for a password, offers the last backup. */
    private record Start(
            Path folder,
            boolean showSample,
            List<Path> files,
            Clock clock,
            ZoneId zone,
            Locale locale,
            Runnable end,
            int[] code) {
        void begin() {
            open(new Stage(), PasswordSource.none(), null);
        }

        private Words words() {
            return new Words(locale, ConsoleApp.class);
        }

        private void open(Stage stage, PasswordSource passwords, @Nullable Unlock asked) {
            try {
                Session session =
                        Session.open(folder, StandardFeeds.catalog(), Classifier.standard(), clock, zone, passwords);
                ConsoleApp app = new ConsoleApp(stage, session, zone, locale, end);
                app.open(showSample);
                Objects.requireNonNull(app.shell).importFiles(files);
            } catch (StoreException e) {
                switch (e.trouble()) {
                    case LOCKED -> unlock(stage);
                    case WRONG_PASSWORD -> {
                        if (asked != null) {
                            asked.refuse(words().of("unlock.wrong"));
                        }
                    }
                    default -> cannotOpen(e);
                }
            }
        }

        private void unlock(Stage stage) {
            Unlock[] sheet = new Unlock[1];
            sheet[0] = new Unlock(words(), typed -> open(stage, typed::clone, sheet[0]), () -> {
                stage.hide();
                end.run();
            });
            Scene scene = new Scene(new StackPane(sheet[0]), 560, 320);
            Theme.of(null).dress(scene);
            stage.setTitle("Rebound");
            stage.setScene(scene);
            stage.setOnCloseRequest(e -> end.run());
            stage.show();
        }

        private void cannotOpen(StoreException e) {
            code[0] = 3;
            Alert alert = new Alert(
                    Alert.AlertType.ERROR, e.getMessage() + " (" + e.trouble().code() + ")");
            alert.setTitle("Rebound");
            alert.setHeaderText(words().of("trouble.cannotopen"));
            alert.setOnHidden(h -> end.run());
            alert.show();
        }
    }

    private void open(boolean showSample) {
        stage.setTitle("Rebound");
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        for (int size : new int[] {16, 32, 64, 256}) {
            stage.getIcons().add(new Image("/assets/icons/rebound-" + size + ".png"));
        }
        Scene scene = new Scene(new StackPane(), 1280, 800);
        stage.setScene(scene);
        theme.dress(scene);
        show(own, false);
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
        stage.show();
        if (showSample) {
            importSample(own);
        }
    }

    private void show(Session session, boolean ofSample) {
        Shell fresh = new Shell(
                session,
                background,
                new Words(locale, ConsoleApp.class),
                new Formats(locale, zone),
                new DialogFileChoice(stage),
                this,
                ofSample);
        shell = fresh;
        stage.getScene().setRoot(fresh);
    }

    private void trouble(Throwable t) {
        if (shell != null) {
            shell.notices().trouble(t);
        }
    }

    /** Says that the sample is read, and shows its first gap when it is there and the person has not gone elsewhere. */
    private void importSample(Session into) {
        Shell opened = Objects.requireNonNull(shell);
        opened.notices().tell(new Words(locale, ConsoleApp.class).of("shell.sample.reading"));
        background.job(
                () -> {
                    try (SampleData data = SampleData.unpacked()) {
                        return into.importFiles(
                                List.of(data.folder()), new ImportOptions(zone, null, false), ImportListener.none());
                    }
                },
                report -> {
                    if (opened.isAtStart()) {
                        opened.open(new Place.Campaigns(""));
                    }
                });
    }

    @Override
    public void openSample() {
        if (sample != null) {
            return;
        }
        background.job(
                () -> {
                    Path folder = Files.createTempDirectory("rebound-sample-store");
                    return session(folder, Clock.fixed(SampleData.NOW, ZoneOffset.UTC), zone);
                },
                opened -> {
                    sample = opened;
                    opened.addListener(p -> background.onScreen(() -> {
                        if (sample == opened && shell != null) {
                            shell.show(p);
                        }
                    }));
                    show(opened, true);
                    importSample(opened);
                });
    }

    @Override
    public void leaveSample() {
        Session left = sample;
        if (left == null) {
            return;
        }
        sample = null;
        show(own, false);
        background.job(() -> closeSample(left), done -> {});
    }

    private static Path closeSample(Session left) throws StoreException, IOException {
        left.close();
        SampleData.delete(left.folder());
        return left.folder();
    }

    @Override
    public void wear(Theme wanted) {
        theme = wanted;
        theme.dress(stage.getScene());
        keep(THEME, wanted.code());
    }

    @Override
    public void speak(Locale wanted) {
        locale = wanted;
        keep(LANGUAGE, wanted.getLanguage());
        Session shown = sample;
        show(shown == null ? own : shown, shown != null);
    }

    private void keep(String name, String content) {
        background.job(
                () -> {
                    own.putSetting(name, content);
                    return name;
                },
                done -> {});
    }

    /** Gives up what is being imported, lets the store finish, and ends. */
    @Override
    public void quit() {
        if (shell != null) {
            shell.giveUpImports();
        }
        stage.hide();
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
}
