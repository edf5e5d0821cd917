package dev.rebound.console.activity;

import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What happens to the list while it is looked at: newer data came in, or the answer takes long. */
final class NewerBar extends VBox {
    private static final Duration PATIENCE = Duration.seconds(2);

    NewerBar(ActivityModel model, Desk desk) {
        Label words = new Label();
        words.setId("newer");
        Button show = Buttons.of("mdi2r-refresh", desk.text("activity.newer.show"), model::again);
        show.setId("newer-show");
        HBox newer = line(words, show);
        Label slow = new Label(desk.text("activity.slow"));
        HBox counting = line(slow, Buttons.of("mdi2s-stop", desk.text("activity.slow.stop"), model::stop));
        getChildren().setAll(newer, counting);
        visible(newer, false);
        visible(counting, false);
        model.newerProperty().addListener((o, before, now) -> {
            visible(newer, now != null);
            if (now != null) {
                words.setText(told(now, model, desk));
            }
        });
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(e -> visible(counting, model.askingProperty().get()));
        model.askingProperty().addListener((o, before, now) -> {
            if (now) {
                patience.playFromStart();
            } else {
                patience.stop();
                visible(counting, false);
            }
        });
    }

    private static String told(ActivityResult now, ActivityModel model, Desk desk) {
        @Nullable ActivityResult shown = model.resultProperty().get();
        int events = now.picture().events().size()
                - (shown == null ? 0 : shown.picture().events().size());
        int more = now.total() - (shown == null ? 0 : shown.total());
        return events < 0
                ? desk.text("activity.newer.fewer", -events, now.total())
                : desk.text("activity.newer.more", events, Math.max(0, more));
    }

    private static HBox line(Label words, Button act) {
        HBox line = new HBox(12, words, act);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("note");
        return line;
    }

    private static void visible(HBox line, boolean now) {
        line.setVisible(now);
        line.setManaged(now);
    }
}
