package dev.rebound.console.invalid;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.ExportSubject;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.Tabs;
import dev.rebound.insight.SendAfterInvalidation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of invalid addresses with its tabs, what can be done with the chosen ones, and what is known of one. */
public final class InvalidView extends BorderPane implements ExportSubject {
    private final InvalidModel model;
    private final Desk desk;
    private final Cursor cursor = new Cursor();
    private final InvalidTableView table;
    private final Tabs<Place.Invalid.Tab> tabs;
    private final CustomTextField search = new CustomTextField();
    private final Label split = new Label();

    /** The view of a model. */
    public InvalidView(InvalidModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        table = new InvalidTableView(desk);
        AddressPane pane = new AddressPane(model, desk);
        ChosenAddresses chosen =
                new ChosenAddresses(model, desk, table.getSelectionModel().getSelectedItems(), this::focusList);
        VBox list = new VBox(6, table, chosen);
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane halves = new SplitPane(list, pane);
        halves.setOrientation(Orientation.VERTICAL);
        Splits.remember(halves, "invalid", desk.remembered(), 0.62);
        tabs = new Tabs<>(
                List.of(Place.Invalid.Tab.values()),
                t -> desk.text(key(t), 0),
                t -> desk.navigator().go(new Place.Invalid(t)));
        getStyleClass().add("view");
        setTop(new VBox(8, heading(), rule(), searchRow(), split));
        setCenter(halves);
        BorderPane.setMargin(halves, new javafx.geometry.Insets(8, 0, 0, 0));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> pane.show(now));
        Opening.of(table, line -> AddressPane.open(desk, line));
        model.linesProperty().addListener((o, before, now) -> show(now));
        model.tabProperty().addListener((o, before, now) -> tabs.show(now));
        tabs.show(model.tabProperty().get());
        show(model.linesProperty().get());
    }

    private static String key(Place.Invalid.Tab tab) {
        return "invalid.tab." + tab.name().toLowerCase(Locale.ROOT);
    }

    private HBox heading() {
        Label title = new Label(desk.text("invalid.title"));
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add(Styles.TITLE_3);
        HBox line = new HBox(12, title, tabs);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label rule() {
        Label label = new Label(desk.text("invalid.rule"), new FontIcon("mdi2i-information-outline"));
        label.getStyleClass().add("note");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        return label;
    }

    private HBox searchRow() {
        search.setLeft(new FontIcon("mdi2m-magnify"));
        search.setId("invalid-filter");
        search.setPromptText(desk.text("invalid.search"));
        search.setAccessibleText(desk.text("invalid.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(e -> focusList());
        model.problemProperty().addListener((o, before, now) -> {
            search.pseudoClassStateChanged(Styles.STATE_DANGER, now != null);
            search.setTooltip(
                    now == null
                            ? null
                            : new Tooltip(desk.text(
                                    "activity.problem." + now.problem().name().toLowerCase(Locale.ROOT),
                                    now.position() + 1)));
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        split.getStyleClass().add(Styles.TEXT_MUTED);
        split.managedProperty().bind(split.visibleProperty());
        split.setWrapText(true);
        Label asOf = new Label(desk.text("invalid.asof"));
        asOf.setMinWidth(Region.USE_PREF_SIZE);
        DatePicker day = new DatePicker();
        day.setId("as-of");
        day.setPromptText(desk.text("invalid.asof.now"));
        day.getStyleClass().add("day-choice");
        day.valueProperty().bindBidirectional(model.asOfProperty());
        asOf.setLabelFor(day);
        HBox row = new HBox(12, search, asOf, day);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(InvalidModel.@Nullable Lines answer) {
        if (answer == null) {
            return;
        }
        table.show(answer);
        answer.sizes()
                .forEach((tab, n) ->
                        tabs.text(tab, desk.text(key(tab), desk.formats().count(n))));
        boolean audit = answer.tab() == Place.Invalid.Tab.SENT_AFTER;
        split.setVisible(audit);
        split.setText(audit ? splitCounts(answer.lines()) : "");
    }

    private String splitCounts(List<Line> lines) {
        Map<SendAfterInvalidation.Split, Long> counts = new EnumMap<>(SendAfterInvalidation.Split.class);
        lines.forEach(l -> {
            if (l.send() != null) {
                counts.merge(l.send().split(), 1L, Long::sum);
            }
        });
        StringBuilder text = new StringBuilder();
        for (SendAfterInvalidation.Split s : SendAfterInvalidation.Split.values()) {
            text.append(text.isEmpty() ? "" : " · ")
                    .append(InvalidTableView.split(desk, s))
                    .append(' ')
                    .append(desk.formats().count(counts.getOrDefault(s, 0L)));
        }
        return text.toString();
    }

    @Override
    public Place.@Nullable Export export() {
        return model.export();
    }

    /** Puts the cursor into the search. */
    public void focusFilter() {
        cursor.elsewhere();
        search.requestFocus();
        search.selectAll();
    }

    /** Puts the cursor into the list, unless it goes along the tabs. */
    public void focusList() {
        if (tabs.areWalked()) {
            return;
        }
        cursor.into(table);
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }
}
