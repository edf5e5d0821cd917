package dev.rebound.console.activity;

import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
        } else if (result.nothing() != null) {
            getChildren().setAll(filtered(result, result.nothing()));
        }
    }

    private Blank filtered(ActivityResult result, ActivityResult.Nothing nothing) {
        Button clear = Buttons.of("mdi2c-close", desk.text("activity.empty.clear"), () -> model.show(""));
        Instant end = result.picture().dataEnd();
        if (!nothing.address().isEmpty()) {
            return neverSeen(nothing, clear);
        }
        if (nothing.time() != null && end != null) {
            return noDataThen(result, new FilterWords(desk.words(), desk.formats()).of(nothing.time()), end);
        }
        ActivityResult.WayOut way = nothing.way();
        if (way == null) {
            return new Blank(
                    "mdi2m-magnify-close",
                    desk.text("activity.empty.nothing"),
                    end == null
                            ? ""
                            : desk.text("activity.empty.ends", desk.formats().full(end)),
                    clear);
        }
        // A phrase brings its quotation marks along, and the sentence sets its own.
        String chip =
                new FilterWords(desk.words(), desk.formats()).of(way.chip()).replaceAll("^\"(.*)\"$", "$1");
        return new Blank(
                "mdi2m-magnify-close",
                desk.text("activity.empty.nothing"),
                desk.text("activity.empty.without", chip, way.count()),
                Buttons.main(
                        "mdi2f-filter-remove-outline",
                        desk.text("activity.empty.remove", chip),
                        () -> model.show(result.filter().without(way.chip()))),
                clear);
    }

    /** An address that no event names, and those that it may have been meant for. */
    private Blank neverSeen(ActivityResult.Nothing nothing, Button clear) {
        List<Node> acts = new ArrayList<>();
        for (String near : nothing.similar()) {
            acts.add(Buttons.main("mdi2a-at", near, () -> desk.navigator().go(new Place.Address(near))));
        }
        acts.add(clear);
        return new Blank(
                "mdi2a-account-question-outline",
                desk.text("address.nothing", nothing.address()),
                desk.text("activity.empty.similar", nothing.similar().size()),
                acts.toArray(Node[]::new));
    }

    private Blank noDataThen(ActivityResult result, String time, Instant end) {
        return new Blank(
                "mdi2c-calendar-remove-outline",
                desk.text("activity.empty.time"),
                desk.text("activity.empty.time.sentence", desk.formats().full(end), time),
                Buttons.main(
                        "mdi2c-calendar-arrow-left",
                        desk.text("activity.empty.latest"),
                        () -> model.show(
                                Filter.and(FilterEdits.anyTime(result.filter()), Filter.is(Field.SINCE, "-7d")))),
                Buttons.of(
                        "mdi2c-calendar-clock",
                        desk.text("data.tab.coverage"),
                        () -> desk.navigator().go(new Place.Data(Place.Data.Part.COVERAGE))));
    }
}
