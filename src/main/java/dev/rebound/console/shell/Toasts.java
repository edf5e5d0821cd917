package dev.rebound.console.shell;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Notices;
import dev.rebound.store.StoreException;
import dev.rebound.words.TroubleCode;
import dev.rebound.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Sentences that fade, at the bottom of the window; the list of all of them stays for the menu. */
final class Toasts extends VBox implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Words words;
    private final List<String> said = new ArrayList<>();

    Toasts(Words words) {
        super(8);
        this.words = words;
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        getStyleClass().add("toasts");
    }

    /** Everything that was told, oldest first. */
    List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void tell(String sentence) {
        show(sentence, false);
    }

    @Override
    public void offer(String sentence, String act, Runnable run) {
        HBox toast = show(sentence, false);
        Button button = new Button(act);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            getChildren().remove(toast);
            run.run();
        });
        toast.getChildren().add(1, button);
    }

    @Override
    public void trouble(Throwable trouble) {
        show(
                switch (trouble) {
                    case StoreException s -> s.getMessage() + " (" + s.trouble().code() + ")";
                    case IOException io ->
                        words.of("trouble.file", io.getClass().getSimpleName());
                    default -> words.of("trouble.unexpected", TroubleCode.of(trouble));
                },
                true);
    }

    private HBox show(String sentence, boolean bad) {
        said.add(sentence);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMaxWidth(640);
        HBox toast = new HBox(12, text);
        toast.getChildren()
                .add(Buttons.icon(
                        "mdi2c-close",
                        words.of("shell.dismiss"),
                        () -> getChildren().remove(toast)));
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.getStyleClass().add("toast");
        if (bad) {
            toast.getStyleClass().add(Styles.DANGER);
        }
        getChildren().add(toast);
        PauseTransition fade = new PauseTransition(SHOWN);
        fade.setOnFinished(e -> getChildren().remove(toast));
        fade.play();
        return toast;
    }
}
