package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Questions.FacetValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The values beside the list: a click keeps only one, with Ctrl adds it, with Alt excludes it. */
final class FacetPane extends ScrollPane {
    private static final int SHOWN = 8;

    private final ActivityModel model;
    private final Desk desk;
    private final ChipText names;
    private final VBox content = new VBox(2);
    private final Set<Field> unfolded = EnumSet.noneOf(Field.class);

    FacetPane(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.names = new ChipText(desk.words());
        content.getStyleClass().add("facets");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(210);
        setPrefWidth(236);
        setMaxWidth(320);
        getStyleClass().add("facet-pane");
        setAccessibleText(desk.text("activity.facets"));
        model.resultProperty().addListener((o, before, now) -> show());
    }

    private void show() {
        ActivityResult result = model.resultProperty().get();
        content.getChildren().clear();
        if (result == null) {
            return;
        }
        for (ActivityResult.Facet facet : result.facets()) {
            if (!facet.values().isEmpty()) {
                add(facet, result.filter());
            }
        }
    }

    private void add(ActivityResult.Facet facet, Filter filter) {
        Label heading = new Label(names.field(facet.field()));
        heading.getStyleClass().addAll("facet-heading", Styles.TEXT_CAPTION);
        content.getChildren().add(heading);
        List<FacetValue> values = facet.values();
        boolean all = unfolded.contains(facet.field()) || values.size() <= SHOWN + 1;
        for (FacetValue value : all ? values : values.subList(0, SHOWN)) {
            content.getChildren().add(row(facet.field(), value, filter));
        }
        if (!all) {
            Hyperlink more = new Hyperlink(desk.text("activity.facets.more", values.size() - SHOWN));
            more.getStyleClass().add(Styles.TEXT_SMALL);
            more.setOnAction(e -> {
                unfolded.add(facet.field());
                show();
            });
            content.getChildren().add(more);
        }
    }

    private HBox row(Field field, FacetValue value, Filter filter) {
        Label name = new Label(names.value(field, value.value()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (field == Field.STATE) {
            name.setGraphic(StateLook.icon(state(value.value())));
        }
        Label count = new Label(desk.formats().count(value.count()));
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "facet-count");
        count.setMinWidth(USE_PREF_SIZE);
        Button not = Buttons.icon(
                "mdi2m-minus-circle-outline",
                desk.text("activity.facets.exclude", name.getText()),
                () -> model.exclude(field, value.value()));
        not.getStyleClass().add("facet-exclude");
        HBox row = new HBox(4, name, not, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("facet-value");
        row.setFocusTraversable(true);
        row.setAccessibleText(name.getText() + " " + count.getText());
        if (isChosen(filter, field, value.value())) {
            row.getStyleClass().add("facet-chosen");
        }
        Tooltip.install(row, new Tooltip(name.getText() + "\n" + desk.text("activity.facets.help")));
        row.setOnMouseClicked(e -> choose(e, field, value.value()));
        row.setOnKeyPressed(e -> {
            switch (e.getCode()) {
                case ENTER -> model.keepOnly(field, value.value());
                case PLUS, ADD -> model.add(field, value.value());
                case MINUS, SUBTRACT -> model.exclude(field, value.value());
                default -> {
                    return;
                }
            }
            e.consume();
        });
        return row;
    }

    private void choose(MouseEvent e, Field field, String value) {
        if (e.isAltDown()) {
            model.exclude(field, value);
        } else if (e.isShortcutDown()) {
            model.add(field, value);
        } else {
            model.keepOnly(field, value);
        }
    }

    private static MessageState state(String code) {
        for (MessageState s : MessageState.values()) {
            if (s.code().equals(code)) {
                return s;
            }
        }
        throw new IllegalArgumentException("no state " + code);
    }

    private static boolean isChosen(Filter filter, Field field, String value) {
        return filter.chips().stream().anyMatch(c -> names(c, field, value));
    }

    private static boolean names(Filter chip, Field field, String value) {
        return switch (chip) {
            case Filter.Or or -> or.parts().stream().anyMatch(p -> names(p, field, value));
            case Filter.Term t ->
                t.match() instanceof Match.Exact e
                        && ((t.field() == field && e.value().equalsIgnoreCase(value))
                                || (field == Field.STATE
                                        && t.field() == Field.FLAG
                                        && FlagWord.named(e.value()).equals(FlagWord.named(value))));
            default -> false;
        };
    }
}
