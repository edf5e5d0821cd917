package dev.rebound.console.start;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.Incident;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** "Since you were here": what moved, a line each, and the way to it. */
final class MovedBox extends VBox {
    MovedBox(Moved moved, Desk desk) {
        super(4);
        setId("start-moved");
        Label heading = new Label(desk.text("start.since", desk.formats().full(moved.since())));
        heading.getStyleClass().add(Styles.TITLE_4);
        getChildren().add(heading);
        if (moved.isNothing()) {
            Label nothing = new Label(desk.text("start.since.nothing"));
            nothing.getStyleClass().add(Styles.TEXT_MUTED);
            getChildren().add(nothing);
        }
        if (moved.files() > 0) {
            line(
                    desk,
                    "mdi2f-file-import-outline",
                    desk.text("start.since.files", moved.files(), moved.events()),
                    new Place.Data(Place.Data.Part.IMPORTS));
        }
        for (Moved.Figure figure : moved.figures()) {
            line(
                    desk,
                    "mdi2s-swap-vertical",
                    desk.text(
                            "start.since.figure",
                            desk.text("state." + figure.state().code()),
                            figure.before(),
                            figure.now()),
                    new Place.Campaigns(""));
        }
        for (Incident incident : moved.incidents()) {
            line(
                    desk,
                    "mdi2f-flag-outline",
                    desk.text(
                            "start.since.incident",
                            incident.provider(),
                            desk.formats().full(incident.from()),
                            incident.messages().size(),
                            incident.campaigns().size()),
                    new Place.Incidents());
        }
    }

    private void line(Desk desk, String icon, String words, Place place) {
        Hyperlink open = new Hyperlink(desk.text("start.open"));
        open.setOnAction(e -> desk.navigator().go(place));
        HBox line = new HBox(8, new Label(words, new FontIcon(icon)), open);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }
}
