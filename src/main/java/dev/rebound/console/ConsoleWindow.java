package dev.rebound.console;

import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.DialogFileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.LastFolder;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Place;
import dev.rebound.console.shell.ProgramActs;
import dev.rebound.console.shell.Shell;
import dev.rebound.insight.Picture;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One window: its frame on the screen, the session it shows, and its content, which is built anew for a language. */
final class ConsoleWindow implements ProgramActs {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final ConsoleApp app;
    private final Stage stage = new Stage();
    private final Background background;
    private Session session;
    private @Nullable Shell shell;

    ConsoleWindow(ConsoleApp app, Session session) {
        this.app = app;
        this.session = session;
        background = app.background().beside(this::trouble);
        stage.setTitle("Rebound");
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        for (int size : new int[] {16, 32, 64, 256}) {
            stage.getIcons().add(new Image("/assets/icons/rebound-" + size + ".png"));
        }
        stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
        stage.setOnCloseRequest(e -> {
            e.consume();
            quit();
        });
    }

    /** Builds the content for the session, the language and the look of now. */
    void build() {
        Shell fresh = new Shell(
                session,
                background,
                new Words(app.locale(), ConsoleApp.class),
                new Formats(app.locale(), app.zone()).masked(app.isMasked()),
                memory -> new DialogFileChoice(stage, new LastFolder(memory)),
                this,
                session != app.own());
        shell = fresh;
        stage.getScene().setRoot(fresh);
        app.look().dress(stage.getScene());
    }

    /** Builds the content anew and comes back to where the person was. */
    void rebuild() {
        Place here = here();
        build();
        go(here);
    }

    /** Whether nothing is asked or running. */
    boolean isIdle() {
        return background.isIdle();
    }

    Stage stage() {
        return stage;
    }

    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    Session session() {
        return session;
    }

    Place here() {
        return shell == null ? new Place.Start() : shell.here();
    }

    void go(Place place) {
        if (shell != null) {
            shell.open(place);
        }
    }

    void importFiles(List<Path> files) {
        if (shell != null && !files.isEmpty()) {
            shell.importFiles(files);
        }
    }

    void show(Picture picture) {
        if (shell != null) {
            shell.show(picture);
        }
    }

    void tell(String sentence) {
        if (shell != null) {
            shell.notices().tell(sentence);
        }
    }

    boolean isAtStart() {
        return shell != null && shell.isAtStart();
    }

    void trouble(Throwable t) {
        if (shell != null) {
            shell.notices().trouble(t);
        }
    }

    void giveUpJobs() {
        if (shell != null) {
            shell.giveUpImports();
        }
        background.jobs().forEach(dev.rebound.console.kit.Job::giveUp);
    }

    private void show(Session other) {
        session = other;
        build();
    }

    @Override
    public void openSample() {
        app.withSample(this::show);
    }

    @Override
    public void leaveSample() {
        show(app.own());
        app.leftSample();
    }

    @Override
    public Look look() {
        return app.look();
    }

    @Override
    public void wear(Look wanted) {
        app.wear(wanted);
    }

    @Override
    public void speak(Locale wanted) {
        app.speak(wanted);
    }

    @Override
    public void pressed() {
        app.rebuild();
    }

    @Override
    public boolean isMasked() {
        return app.isMasked();
    }

    @Override
    public void mask(boolean wanted) {
        app.mask(wanted);
    }

    @Override
    public void replaced(String sentence) {
        app.replaced(sentence);
    }

    @Override
    public Optional<DataFolder> places() {
        return session == app.own() ? Optional.of(app.places()) : Optional.empty();
    }

    @Override
    public KeyStore keyStore() {
        return app.keyStore();
    }

    @Override
    public void openWindow() {
        app.openBeside(this);
    }

    @Override
    public void quit() {
        app.close(this);
    }
}
