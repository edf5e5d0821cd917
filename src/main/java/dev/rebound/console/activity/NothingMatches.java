package dev.rebound.console.activity;

import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import java.time.Instant;
import javafx.scene.layout.StackPane;

/** What the empty list says: nothing imported, or which part of the filter is in the way. */
final class NothingMatches extends StackPane {
    private final ActivityModel model;
    private final Desk desk;

    NothingMatches(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        model.resultProperty().addListener((o, before, now) -> show());
        show();
    }

    private void show() {
        ActivityResult result = model.resultProperty().get();
        if (result == null || result.total() > 0) {
            getChildren().clear();
        } else if (result.picture().events().size() == 0) {
            getChildren()
                    .setAll(new Blank(
                            "mdi2d-database-off-outline",
                            desk.text("activity.empty.nodata"),
                            desk.text("activity.empty.nodata.sentence"),
                            Buttons.main(
                                    "mdi2f-file-import-outline",
                                    desk.text("imports.open"),
                                    () -> desk.navigator().go(new Place.Data(Place.Data.Part.IMPORTS)))));
        } else {
            getChildren().setAll(filtered(result));
        }
    }

    private Blank filtered(ActivityResult result) {
        var clear = Buttons.of("mdi2c-close", desk.text("activity.empty.clear"), () -> model.show(""));
        ActivityResult.WayOut way = result.way();
        if (way == null) {
            Instant end = result.picture().dataEnd();
            return new Blank(
                    "mdi2m-magnify-close",
                    desk.text("activity.empty.nothing"),
                    end == null
                            ? ""
                            : desk.text("activity.empty.ends", desk.formats().full(end)),
                    clear);
        }
        String chip = new FilterWords(desk.words()).of(way.chip());
        return new Blank(
                "mdi2m-magnify-close",
                desk.text("activity.empty.nothing"),
                desk.text("activity.empty.without", chip, desk.formats().count(way.count())),
                Buttons.main(
                        "mdi2f-filter-remove-outline",
                        desk.text("activity.empty.remove", chip),
                        () -> model.show(result.filter().without(way.chip()))),
                clear);
    }
}
