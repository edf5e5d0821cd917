package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions.FacetValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What several chosen rows are, taken together: states, reasons, providers, campaigns. */
final class SelectionSummary extends ScrollPane {
    private static final List<Field> TOLD =
            List.of(Field.STATE, Field.REASON, Field.PROVIDER, Field.CAMPAIGN, Field.ESP);
    private static final int VALUES = 8;

    private final ActivityModel model;
    private final Desk desk;
    private final FilterWords words;
    private final VBox content = new VBox(8);

    SelectionSummary(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.words = new FilterWords(desk.words());
        setId("selection-summary");
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        model.selectionProperty().addListener((o, before, now) -> {
            if (now.isSeveral()) {
                show();
            }
        });
    }

    private void show() {
        ActivityResult result = model.resultProperty().get();
        if (result == null) {
            return;
        }
        Bitmap chosen = model.chosen();
        desk.background()
                .latest(
                        "activity-summary",
                        () -> {
                            Map<Field, List<FacetValue>> told = new LinkedHashMap<>();
                            TOLD.forEach(f -> told.put(f, result.questions().facet(chosen, f, VALUES + 1)));
                            return told;
                        },
                        told -> show(chosen.cardinality(), told, rows(result, chosen)));
    }

    /** The filter of the chosen rows; null for events chosen one by one, of which a filter finds the whole message. */
    private @Nullable Filter rows(ActivityResult result, Bitmap chosen) {
        if (model.selectionProperty().get().all()) {
            return result.filter();
        }
        if (result.events()) {
            return null;
        }
        List<Integer> messages = new ArrayList<>();
        chosen.forEach(messages::add);
        return result.picture().naming(messages);
    }

    private void show(int count, Map<Field, List<FacetValue>> told, @Nullable Filter rows) {
        CountSentence heading = new CountSentence(desk).show(desk.text("activity.selection", count), opened(rows));
        heading.setId("selection-count");
        heading.getStyleClass().add(Styles.TITLE_4);
        FlowPane blocks = new FlowPane(32, 10);
        told.forEach((field, values) -> {
            if (!values.isEmpty()) {
                blocks.getChildren().add(block(field, values, rows));
            }
        });
        content.getChildren().setAll(heading, blocks);
    }

    private VBox block(Field field, List<FacetValue> values, @Nullable Filter rows) {
        Label name = new Label(words.field(field));
        name.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        GridPane grid = new GridPane(14, 2);
        int row = 0;
        for (FacetValue value : values.subList(0, Math.min(VALUES, values.size()))) {
            Place opened = opened(rows == null ? null : Filter.and(rows, FilterEdits.term(field, value.value())));
            String number = desk.formats().count(value.count());
            Labeled count = opened == null ? new Label(number) : new CountLink(desk).show(number, opened);
            count.getStyleClass().add("gap-count");
            GridPane.setHalignment(count, javafx.geometry.HPos.RIGHT);
            grid.addRow(row++, count, new Label(words.value(field, value.value())));
        }
        VBox block = new VBox(2, name, grid);
        if (values.size() > VALUES) {
            block.getChildren().add(new Label("…"));
        }
        return block;
    }

    private @Nullable Place opened(@Nullable Filter rows) {
        return rows == null
                ? null
                : new Place.Activity(rows.toText(), model.eventsProperty().get(), Place.Activity.Grouping.NONE, null);
    }
}
