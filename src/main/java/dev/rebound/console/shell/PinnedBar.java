package dev.rebound.console.shell;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.insight.Picture;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above every view while filters are pinned: which, how many messages they leave, from when to when. */
final class PinnedBar extends FlowPane {
    private final Desk desk;

    PinnedBar(Desk desk) {
        super(8, 4);
        this.desk = desk;
        setId("pinned");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("pinned-bar");
        desk.picture().addListener((o, before, now) -> show(now));
        show(desk.picture().getValue());
    }

    private void show(Picture picture) {
        boolean some = !(picture.pinned() instanceof Filter.All);
        setVisible(some);
        setManaged(some);
        getChildren().clear();
        if (!some) {
            return;
        }
        Label title = new Label(desk.text("shell.pinned"), new FontIcon("mdi2p-pin"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        getChildren().add(title);
        FilterWords words = new FilterWords(desk.words(), desk.formats());
        for (Filter part : picture.pinned().chips()) {
            String text = words.of(part);
            HBox chip = new HBox(
                    2,
                    new Label(text),
                    Buttons.icon(
                            "mdi2p-pin-off",
                            desk.text("shell.unpin", text),
                            () -> desk.pins().unpin(part)));
            chip.setAlignment(Pos.CENTER_LEFT);
            chip.getStyleClass().add("chip");
            getChildren().add(chip);
        }
        getChildren().add(new CountSentence(desk).show(told(picture), new Place.Activity("")));
    }

    private String told(Picture picture) {
        Bitmap rows = picture.questions().select(Filter.all());
        int count = rows.cardinality();
        return count == 0
                ? desk.text("shell.pinned.none")
                : desk.text(
                        "shell.pinned.count",
                        count,
                        desk.formats()
                                .minute(java.time.Instant.ofEpochMilli(
                                        picture.messages().timeMillis(rows.next(0)))),
                        desk.formats()
                                .minute(java.time.Instant.ofEpochMilli(
                                        picture.messages().timeMillis(rows.nth(count - 1)))));
    }
}
