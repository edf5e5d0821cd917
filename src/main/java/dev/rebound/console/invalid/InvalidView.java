package dev.rebound.console.invalid;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.ExportSubject;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.PinSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.Tabs;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.insight.SendAfterInvalidation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
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
public final class InvalidView extends BorderPane implements EvidenceSubject, ExportSubject, PinSubject {
    private static final int SEARCH_COLUMNS = 26;

    private final InvalidModel model;
    private final Desk desk;
    private final Cursor cursor = new Cursor();
    private final InvalidTableView table;
    private final Tabs<Place.Invalid.Tab> tabs;
    private final CustomTextField search = new CustomTextField();
    private final CountSentence split;

    /** The view of a model. */
    public InvalidView(InvalidModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        split = new CountSentence(desk);
        split.setId("invalid-split");
        table = new InvalidTableView(desk);
        AddressPane pane = new AddressPane(model, desk);
        ChosenAddresses chosen = new ChosenAddresses(
                model, desk, table.getSelectionModel().getSelectedItems(), this::focusList, this::toCase);
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

    private WrappingLine heading() {
        Label title = new Label(desk.text("invalid.title"));
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add(Styles.TITLE_3);
        return new WrappingLine(12, title, tabs);
    }

    private Label rule() {
        Label label = new Label(desk.text("invalid.rule"), new FontIcon("mdi2i-information-outline"));
        label.getStyleClass().add("note");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        return label;
    }

    private WrappingLine searchRow() {
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
        Label asOf = new Label(desk.text("invalid.asof"));
        asOf.setMinWidth(Region.USE_PREF_SIZE);
        DatePicker day = new DatePicker();
        day.setId("as-of");
        day.setPromptText(desk.text("invalid.asof.now"));
        day.getStyleClass().add("day-choice");
        day.valueProperty().bindBidirectional(model.asOfProperty());
        asOf.setLabelFor(day);
        search.setMinWidth(Region.USE_PREF_SIZE);
        search.setPrefColumnCount(SEARCH_COLUMNS);
        MenuButton columns = new MenuButton(desk.text("invalid.columns"), new FontIcon("mdi2t-table-column"));
        columns.setId("invalid-columns");
        columns.setMinWidth(Region.USE_PREF_SIZE);
        columns.getItems().setAll(table.more().ticks());
        columns.setOnShowing(e -> columns.getItems().setAll(table.more().ticks()));
        return new WrappingLine(12, search, asOf, day, columns);
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
        if (audit) {
            tellSplit(answer);
        } else {
            split.clear();
        }
    }

    private void tellSplit(InvalidModel.Lines answer) {
        Map<SendAfterInvalidation.Split, List<Integer>> sends = new EnumMap<>(SendAfterInvalidation.Split.class);
        answer.lines().forEach(l -> {
            if (l.send() != null) {
                sends.computeIfAbsent(l.send().split(), s -> new ArrayList<>())
                        .add(l.send().message());
            }
        });
        List<String> words = new ArrayList<>();
        List<Place> rows = new ArrayList<>();
        for (SendAfterInvalidation.Split s : SendAfterInvalidation.Split.values()) {
            List<Integer> of = sends.getOrDefault(s, List.of());
            words.add(InvalidTableView.split(desk, s) + " [" + desk.formats().count(of.size()) + "]");
            rows.add(Place.Activity.of(answer.picture().naming(of)));
        }
        split.show(String.join(" · ", words), rows);
    }

    @Override
    public Place.@Nullable Export export() {
        return model.export();
    }

    private void toCase() {
        Place.Pin pin = pin();
        if (pin != null) {
            desk.navigator().go(pin);
        }
    }

    @Override
    public Place.@Nullable Pin pin() {
        List<String> addresses = addresses(table.getSelectionModel().getSelectedItems());
        return addresses.isEmpty()
                ? null
                : new Place.Pin(new int[0], messagesTo(addresses).toText(), addresses);
    }

    private static List<String> addresses(List<Line> lines) {
        return lines.stream()
                .filter(Objects::nonNull)
                .map(Line::address)
                .distinct()
                .toList();
    }

    private static Filter messagesTo(List<String> addresses) {
        return addresses.size() == 1
                ? Filter.is(Field.ADDRESS, addresses.getFirst())
                : new Filter.Term(
                        Field.ADDRESS,
                        new Match.OneOf(
                                addresses.stream().<Match>map(Match.Exact::new).toList()));
    }

    /** Of the mails to the chosen addresses; where none is chosen, to all that are listed. */
    @Override
    public Place.@Nullable Evidence evidence() {
        List<String> chosen = addresses(table.getSelectionModel().getSelectedItems());
        List<String> about = chosen.isEmpty() ? addresses(table.getItems()) : chosen;
        return about.isEmpty()
                ? null
                : new Place.Evidence(
                        about.size() == 1 ? about.getFirst() : desk.text("invalid.evidence", about.size()),
                        messagesTo(about),
                        Audience.INTERNAL);
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
