package dev.rebound.console.start;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.insight.Incident;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** "Since you were here": what moved, a line each, and the way to it. */
final class MovedBox extends VBox {
    MovedBox(Moved moved, Desk desk) {
        super(4);
        setId("start-moved");
        Label heading = new Label(desk.text("start.since", desk.formats().full(moved.since())));
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        getChildren().add(heading);
        if (moved.isNothing()) {
            Label nothing = new Label(desk.text("start.since.nothing"));
            nothing.getStyleClass().add(Styles.TEXT_MUTED);
            getChildren().add(nothing);
        }
        if (!moved.imports().isEmpty()) {
            line(
                    desk,
                    "mdi2f-file-import-outline",
                    desk.text("start.since.files", moved.imports().size(), moved.events()),
                    events(moved),
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
                    Place.Activity.of(Filter.and(
                            Filter.is(Field.FLAG, FlagWord.SENT.word()),
                            Filter.is(Field.FLAG, FlagWord.of(figure.state()).word()))),
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
                    Place.Activity.of(incident.rows()),
                    new Place.Incidents());
        }
    }

    /** What the files since then added. */
    private static Place events(Moved moved) {
        List<Match> imports = moved.imports().stream()
                .<Match>map(id -> new Match.Exact(Long.toString(id)))
                .toList();
        Filter added =
                new Filter.Term(Field.IMPORT, imports.size() == 1 ? imports.getFirst() : new Match.OneOf(imports));
        return new Place.Activity(added.toText(), true, Place.Activity.Grouping.NONE, null);
    }

    private void line(Desk desk, String icon, String words, Place counted, Place place) {
        CountSentence sentence = new CountSentence(desk).show(words, counted);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Hyperlink open = new Hyperlink(desk.text("start.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(e -> desk.navigator().go(place));
        sentence.getChildren().addAll(new Text("  "), open);
        HBox line = new HBox(8, new FontIcon(icon), sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }
}
