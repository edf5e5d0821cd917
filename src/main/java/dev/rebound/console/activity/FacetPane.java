package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Questions.FacetValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The values beside the list: a click keeps only one, with Ctrl adds it, with Alt excludes it. */
final class FacetPane extends ScrollPane {
    private static final int SHOWN = 10;
    private static final int SEARCHED_FROM = 15;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ActivityModel model;
    private final Desk desk;
    private final FilterWords names;
    private final VBox content = new VBox(2);
    private final Set<Field> unfolded = EnumSet.noneOf(Field.class);
    private boolean pressed;

    FacetPane(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.names = new FilterWords(desk.words());
        content.getStyleClass().add("facets");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("facet-pane");
        setAccessibleText(desk.text("activity.facets"));
        model.facetsProperty().addListener((o, before, now) -> show());
        model.resultProperty()
                .addListener((o, before, now) -> pseudoClassStateChanged(
                        STALE,
                        model.facetsProperty().get() != null
                                && !Objects.equals(model.facetsProperty().get().of(), now)));
        // Who comes with another list begins at the top; who presses a value here goes on where it stood.
        model.placeProperty().addListener((o, before, now) -> {
            if (!pressed) {
                setVvalue(0);
            }
        });
        show();
    }

    private void show() {
        ActivityResult.Facets facets = model.facetsProperty().get();
        content.getChildren().clear();
        pseudoClassStateChanged(STALE, false);
        if (facets == null) {
            return;
        }
        for (ActivityResult.Facet facet : facets.list()) {
            if (!facet.values().isEmpty()) {
                add(facet, facets.of().filter());
            }
        }
    }

    private void add(ActivityResult.Facet facet, Filter filter) {
        Label heading = new Label(names.field(facet.field()));
        heading.getStyleClass().addAll("facet-heading", Styles.TEXT_CAPTION);
        content.getChildren().add(heading);
        List<FacetValue> values = facet.values();
        boolean all = unfolded.contains(facet.field()) || values.size() <= SHOWN + 1;
        VBox rows = new VBox(2);
        if (all && values.size() > SEARCHED_FROM) {
            content.getChildren().add(search(facet, rows, filter));
        }
        fill(rows, facet, all ? values : values.subList(0, SHOWN), filter);
        content.getChildren().add(rows);
        if (!all) {
            Hyperlink more = new Hyperlink(desk.text("activity.facets.more", values.size() - SHOWN));
            more.getStyleClass().add(Styles.TEXT_SMALL);
            more.setOnAction(e -> {
                unfolded.add(facet.field());
                show();
            });
            content.getChildren().add(more);
        } else if (values.size() > SHOWN + 1) {
            Hyperlink fewer = new Hyperlink(desk.text("activity.facets.fewer"));
            fewer.getStyleClass().add(Styles.TEXT_SMALL);
            fewer.setOnAction(e -> {
                unfolded.remove(facet.field());
                show();
            });
            content.getChildren().add(fewer);
        }
    }

    private TextField search(ActivityResult.Facet facet, VBox rows, Filter filter) {
        TextField search = new TextField();
        search.setPromptText(desk.text("activity.facets.search"));
        search.setAccessibleText(desk.text("activity.facets.search"));
        search.getStyleClass().addAll(Styles.SMALL, "facet-search");
        search.textProperty().addListener((o, before, typed) -> {
            String wanted = FilterValues.folded(typed);
            fill(
                    rows,
                    facet,
                    facet.values().stream()
                            .filter(v -> FilterValues.folded(names.value(facet.field(), v.value()))
                                    .contains(wanted))
                            .toList(),
                    filter);
        });
        return search;
    }

    private void fill(VBox rows, ActivityResult.Facet facet, List<FacetValue> values, Filter filter) {
        rows.getChildren()
                .setAll(values.stream().map(v -> row(facet.field(), v, filter)).toList());
    }

    private void keep(Field field, String value) {
        press(FilterEdits.keepOnly(model.filter(), field, value));
    }

    private void add(Field field, String value) {
        press(FilterEdits.add(model.filter(), field, value));
    }

    private void exclude(Field field, String value) {
        press(FilterEdits.exclude(model.filter(), field, value));
    }

    private void press(Filter wanted) {
        pressed = true;
        model.show(wanted);
        pressed = false;
    }

    private HBox row(Field field, FacetValue value, Filter filter) {
        Label name = new Label(names.value(field, value.value()));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        if (field == Field.STATE) {
            name.setGraphic(StateLook.icon(state(value.value())));
        }
        Label count = new Label(desk.formats().count(value.count()));
        count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "facet-count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(4, name, count);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("facet-value");
        row.setFocusTraversable(true);
        row.setAccessibleText(name.getText() + " " + count.getText());
        row.setOnMouseEntered(e -> offerExclusion(row, field, value.value(), name.getText()));
        row.focusedProperty().addListener((o, was, is) -> offerExclusion(row, field, value.value(), name.getText()));
        if (isChosen(filter, field, value.value())) {
            row.getStyleClass().add("facet-chosen");
        }
        Hint.on(row, () -> name.getText() + "\n" + desk.text("activity.facets.help"));
        row.setOnMouseClicked(e -> choose(e, field, value.value()));
        row.setOnContextMenuRequested(e -> {
            menu(row, field, value.value());
            e.consume();
        });
        row.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.CONTEXT_MENU || (e.getCode() == KeyCode.F10 && e.isShiftDown())) {
                menu(row, field, value.value());
                e.consume();
                return;
            }
            switch (e.getCode()) {
                case ENTER -> keep(field, value.value());
                case PLUS, ADD -> add(field, value.value());
                case MINUS, SUBTRACT -> exclude(field, value.value());
                default -> {
                    return;
                }
            }
            e.consume();
        });
        return row;
    }

    /** What can be done with a value, each with the key that does it at once. */
    private void menu(HBox row, Field field, String value) {
        ContextMenu menu = new ContextMenu(
                MenuItems.withKeys(
                        desk.text("activity.menu.keeponly"),
                        desk.text("activity.facets.key.enter"),
                        () -> keep(field, value)),
                MenuItems.withKeys(desk.text("activity.menu.add"), "+", () -> add(field, value)),
                MenuItems.withKeys(desk.text("activity.menu.leaveout"), "−", () -> exclude(field, value)));
        menu.setId("facet-menu");
        menu.show(row, Side.BOTTOM, 0, 0);
    }

    /** The button that excludes is made for the row that is pointed at: a hundred of them cost too much. */
    private void offerExclusion(HBox row, Field field, String value, String name) {
        if (row.getChildren().size() == 2) {
            Button not = Buttons.icon(
                    "mdi2m-minus-circle-outline",
                    desk.text("activity.facets.exclude", name),
                    () -> exclude(field, value));
            not.getStyleClass().add("facet-exclude");
            row.getChildren().add(1, not);
        }
    }

    private void choose(MouseEvent e, Field field, String value) {
        if (e.isAltDown()) {
            exclude(field, value);
        } else if (e.isShortcutDown()) {
            add(field, value);
        } else {
            keep(field, value);
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
