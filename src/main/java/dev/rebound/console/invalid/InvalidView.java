package dev.rebound.console.invalid;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.SendAfterInvalidation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of invalid addresses with its three tabs, above what is known of the chosen one. */
public final class InvalidView extends BorderPane {
    private final InvalidModel model;
    private final Desk desk;
    private final TableView<Line> table = new TableView<>();
    private final Map<Place.Invalid.Tab, ToggleButton> tabs = new EnumMap<>(Place.Invalid.Tab.class);
    private final CustomTextField search = new CustomTextField();
    private final Label split = new Label();

    /** The view of a model. */
    public InvalidView(InvalidModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        AddressPane pane = new AddressPane(desk);
        SplitPane halves = new SplitPane(table, pane);
        halves.setOrientation(Orientation.VERTICAL);
        halves.setDividerPositions(0.66);
        getStyleClass().add("view");
        setTop(new VBox(8, heading(), rule(), searchRow()));
        setCenter(halves);
        BorderPane.setMargin(halves, new javafx.geometry.Insets(8, 0, 0, 0));
        table();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> pane.show(now));
        model.linesProperty().addListener((o, before, now) -> show(now));
        model.tabProperty().addListener((o, before, now) -> tab(now).setSelected(true));
        show(model.linesProperty().get());
    }

    private HBox heading() {
        Label title = new Label(desk.text("invalid.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(
                12,
                title,
                tabRow(),
                gap,
                Buttons.of("mdi2e-export-variant", desk.text("invalid.export"), this::export));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox tabRow() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (Place.Invalid.Tab tab : Place.Invalid.Tab.values()) {
            ToggleButton button = new ToggleButton();
            button.setToggleGroup(group);
            button.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
            button.getStyleClass()
                    .add(
                            tab == Place.Invalid.Tab.ALL
                                    ? Styles.LEFT_PILL
                                    : tab == Place.Invalid.Tab.SENT_AFTER ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(e -> {
                button.setSelected(true);
                desk.navigator().go(new Place.Invalid(tab));
            });
            tabs.put(tab, button);
            row.getChildren().add(button);
        }
        tab(model.tabProperty().get()).setSelected(true);
        return row;
    }

    private ToggleButton tab(Place.Invalid.Tab tab) {
        return Objects.requireNonNull(tabs.get(tab));
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
        search.setPromptText(desk.text("invalid.search"));
        search.setAccessibleText(desk.text("invalid.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        split.getStyleClass().add(Styles.TEXT_MUTED);
        split.managedProperty().bind(split.visibleProperty());
        HBox row = new HBox(12, search, split);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void table() {
        table.setId("invalid");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        table.setTableMenuButtonVisible(true);
        table.getColumns()
                .addAll(List.of(
                        column(
                                "since",
                                126,
                                l -> desk.formats().minute(l.address().since())),
                        column("address", 206, l -> l.address().address()),
                        column(
                                "reason",
                                160,
                                l -> desk.text("reason." + l.address().reason().code())),
                        column("cause", 150, l -> cause(l)),
                        column(
                                "subscription",
                                122,
                                l -> desk.text("subscription."
                                        + l.address().subscription().code())),
                        column(
                                "later",
                                170,
                                l -> desk.formats().count(l.address().eventsSince())),
                        column(
                                "verdict",
                                88,
                                l -> desk.text(
                                        l.address().isQuestionable()
                                                ? "invalid.verdict.doubt"
                                                : "invalid.verdict.certain")),
                        column(
                                "sent",
                                126,
                                l -> l.send() == null
                                        ? ""
                                        : desk.formats().minute(l.send().sentAt())),
                        column(
                                "split",
                                212,
                                l -> l.send() == null ? "" : split(l.send().split())),
                        column(
                                "campaign",
                                140,
                                l -> l.send() == null ? "" : l.send().campaign())));
        table.setOnKeyPressed(e -> {
            Line line = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == javafx.scene.input.KeyCode.ENTER && line != null) {
                AddressPane.open(desk, line);
                e.consume();
            }
        });
    }

    private String cause(Line line) {
        return line.address().message() < 0
                ? desk.text("invalid.cause.list")
                : line.address().causedBy();
    }

    private String split(SendAfterInvalidation.Split split) {
        return desk.text("split." + split.name().toLowerCase(Locale.ROOT));
    }

    private TableColumn<Line, String> column(String name, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(desk.text("invalid.column." + name));
        column.setId(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        if (name.equals("later")) {
            column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        }
        if (name.equals("since")) {
            column.setComparator(null);
            column.setSortable(false);
        }
        return column;
    }

    private void show(InvalidModel.@Nullable Lines answer) {
        if (answer == null) {
            return;
        }
        boolean audit = model.tabProperty().get() == Place.Invalid.Tab.SENT_AFTER;
        for (TableColumn<Line, ?> column : table.getColumns()) {
            boolean ofAudit = List.of("sent", "split", "campaign").contains(column.getId());
            boolean ofList = List.of("later", "verdict", "cause").contains(column.getId());
            column.setVisible(audit ? !ofList : !ofAudit);
        }
        table.getSelectionModel().clearSelection();
        table.getItems().setAll(answer.lines());
        table.setPlaceholder(new Blank(
                "mdi2e-email-check-outline",
                desk.text("invalid.empty"),
                desk.text(answer.all() == 0 ? "invalid.empty.sentence" : "invalid.empty.filtered")));
        tab(Place.Invalid.Tab.ALL)
                .setText(desk.text("invalid.tab.all", desk.formats().count(answer.all())));
        tab(Place.Invalid.Tab.QUESTIONABLE)
                .setText(desk.text("invalid.tab.questionable", desk.formats().count(answer.questionable())));
        tab(Place.Invalid.Tab.SENT_AFTER)
                .setText(desk.text("invalid.tab.sentafter", desk.formats().count(answer.sentAfter())));
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
                    .append(split(s))
                    .append(' ')
                    .append(desk.formats().count(counts.getOrDefault(s, 0L)));
        }
        return text.toString();
    }

    private void export() {
        desk.files()
                .fileToWrite(desk.text("invalid.export"), "invalid-addresses.csv")
                .ifPresent(file -> model.export(
                        file, () -> desk.notices().tell(desk.text("activity.exported", file.getFileName()))));
    }

    /** Puts the cursor into the search. */
    public void focusFilter() {
        search.requestFocus();
        search.selectAll();
    }

    /** Puts the cursor into the list. */
    public void focusList() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }
}
