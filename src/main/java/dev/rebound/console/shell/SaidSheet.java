package dev.rebound.console.shell;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Notices.Offer;
import dev.rebound.console.kit.Sheet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything that was told in this window, newest first, with what can still be done about it. */
final class SaidSheet {
    private static final double TALLEST = 420;

    private final Desk desk;
    private final VBox lines = new VBox(8);

    SaidSheet(Desk desk, List<Toasts.Said> said) {
        this.desk = desk;
        lines.setId("said");
        said.reversed().forEach(told -> lines.getChildren().add(line(told)));
        if (said.isEmpty()) {
            lines.getChildren().add(Sheet.sentence(desk.text("menu.said.none")));
        }
    }

    void open() {
        ScrollPane room = new ScrollPane(lines);
        room.setFitToWidth(true);
        room.setMaxHeight(TALLEST);
        room.getStyleClass().add("quiet-scroll");
        new Sheet(desk, desk.text("menu.said"), 720, room).open();
    }

    private HBox line(Toasts.Said told) {
        Label words = Sheet.sentence(told.sentence());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Offer offer : told.offers()) {
            Button act = new Button(offer.name());
            act.setMinWidth(Button.USE_PREF_SIZE);
            act.getStyleClass().add(Styles.SMALL);
            act.setOnAction(e -> {
                desk.sheets().close();
                offer.run().run();
            });
            line.getChildren().add(act);
        }
        return line;
    }
}
