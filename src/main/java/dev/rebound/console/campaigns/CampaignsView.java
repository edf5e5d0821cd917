package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.chart.ShareBars;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.ExportSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.StateLook;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.MainCause;
import dev.rebound.report.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sends against deliveries per campaign, largest gap first, above the account of the chosen one. */
public final class CampaignsView extends BorderPane implements EvidenceSubject, ExportSubject {
    private static final int MOST_ROWS = 9;
    private static final double HEADER = 38;
    private static final double FRAME = 36;
    private static final double EDGES = 4;

    private final CampaignsModel model;
    private final Desk desk;
    private final TableView<GapGroup> table = new TableView<>();
    private final CampaignPane block;
    private final VBox both;
    private final StackPane middle = new StackPane();
    private final TextField search = new TextField();
    private final ChartFrame lists;
    private final ChartPane chart;
    private final CampaignCharts charts;
    private List<GapGroup> all = List.of();
    private Map<String, MainCause> causes = Map.of();
    private @Nullable GapBy grouping;
    /** The group that was asked for and is not there, at least not yet. */
    private String missed = "";
    /** Whether the selected group is the one that was offered because nobody chose any. */
    private boolean offered;

    private long most = 1;
    private long mostGap = 1;

    /** The view of a model. */
    public CampaignsView(CampaignsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        block = new CampaignPane(model, desk);
        VBox.setVgrow(block, Priority.ALWAYS);
        charts = new CampaignCharts(desk);
        lists = new ChartFrame(desk, "campaign-list");
        lists.add("table", "mdi2t-table", desk.text("chart.table"), table);
        chart = lists.chart("chart", "mdi2c-chart-bar-stacked", desk.text("chart.chart"));
        both = new VBox(8, lists, block);
        getStyleClass().add("view");
        setTop(heading());
        setCenter(middle);
        table();
        model.groupsProperty().addListener((o, before, now) -> show(now));
        model.wantedProperty().addListener((o, before, now) -> select(now));
        show(model.groupsProperty().get());
    }

    private WrappingLine heading() {
        Label title = new Label(desk.text("campaigns.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        ComboBox<GapBy> by = new ComboBox<>();
        by.getItems().setAll(GapBy.values());
        by.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable GapBy value) {
                return value == null
                        ? ""
                        : desk.text("campaigns.by." + value.code().toLowerCase(Locale.ROOT));
            }

            @Override
            public GapBy fromString(String text) {
                throw new UnsupportedOperationException("the list cannot be typed into");
            }
        });
        by.valueProperty().bindBidirectional(model.byProperty());
        Label name = new Label(desk.text("campaigns.by"));
        name.setLabelFor(by);
        name.setMinWidth(USE_PREF_SIZE);
        search.setId("campaign-search");
        search.setPromptText(desk.text("campaigns.search"));
        search.setAccessibleText(desk.text("campaigns.search"));
        search.setPrefColumnCount(18);
        search.textProperty().addListener((o, before, now) -> list());
        WrappingLine line =
                new WrappingLine(10, title, WrappingLine.spring(), lists.buttonsElsewhere(), search, name, by);
        line.getStyleClass().add("view-heading");
        return line;
    }

    private void table() {
        table.setId("campaigns");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        TableColumn<GapGroup, String> name = new TableColumn<>(desk.text("campaigns.column.name"));
        name.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(
                c.getValue().key().isEmpty()
                        ? desk.text("campaigns.noname")
                        : c.getValue().key()));
        name.setPrefWidth(200);
        table.getColumns()
                .addAll(List.of(
                        name,
                        bars("campaigns.column.sends", GapGroup::sends, GapGroup::rows, "bar-sends"),
                        bars(
                                "campaigns.column.delivered",
                                GapGroup::deliveries,
                                GapBlock::delivered,
                                StateLook.style(MessageState.DELIVERED)),
                        gapByState(),
                        text("campaigns.column.share", 80, g -> desk.formats().percent(g.gap(), g.sends()), true),
                        mainCause(),
                        Columns.copiedAs(
                                text("campaigns.column.final", 104, g -> whenFinal(g, desk.formats()::minute), false),
                                g -> whenFinal(g, desk.formats()::iso)),
                        addsUp()));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            offered = false;
            model.select(now);
        });
        RowMenu.of(table, desk);
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                block.focusFirst();
                e.consume();
            }
        });
    }

    /** Whether the figures can still move by waiting, and until when. */
    private String whenFinal(GapGroup g, Function<Instant, String> told) {
        Instant open = g.open();
        return g.isFinal()
                ? desk.text("campaigns.final.yes")
                : open == null ? desk.text("campaigns.final.no") : told.apply(open);
    }

    private TableColumn<GapGroup, GapGroup> mainCause() {
        CountColumn<GapGroup> column = new CountColumn<GapGroup>(
                        desk,
                        desk.text("campaigns.column.cause"),
                        196,
                        g -> causes.containsKey(g.key()) ? causes.get(g.key()).count() : 0,
                        g -> Place.Activity.of(
                                causes.containsKey(g.key())
                                        ? causes.get(g.key()).rows()
                                        : GapBlock.missing(g)))
                .saying(this::cause);
        column.getStyleClass().remove(Tweaks.ALIGN_RIGHT);
        column.setCellFactory(c -> new CauseCell(desk, () -> causes));
        return column;
    }

    private String cause(GapGroup g) {
        MainCause cause = causes.get(g.key());
        return cause == null
                ? "–"
                : desk.text("campaigns.cause.of", CauseCell.words(desk, cause), cause.count(), g.gap());
    }

    private TableColumn<GapGroup, String> text(
            String key, double width, Function<GapGroup, String> text, boolean number) {
        TableColumn<GapGroup, String> column = new TableColumn<>(desk.text(key));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        if (number) {
            column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        }
        return column;
    }

    private TableColumn<GapGroup, GapGroup> bars(
            String key, ToLongFunction<GapGroup> count, Function<GapGroup, Filter> rows, String style) {
        Function<GapGroup, Place> open = g -> Place.Activity.of(rows.apply(g));
        CountColumn<GapGroup> column = new CountColumn<>(desk, desk.text(key), 124, count, open);
        column.setCellFactory(c -> new BarCell(desk, count, open, style, () -> most));
        return column;
    }

    private TableColumn<GapGroup, GapGroup> gapByState() {
        CountColumn<GapGroup> column = new CountColumn<>(
                desk,
                desk.text("campaigns.column.gap"),
                164,
                GapGroup::gap,
                g -> Place.Activity.of(GapBlock.missing(g)));
        column.setCellFactory(c -> new GapCell(desk, () -> mostGap));
        return column;
    }

    private TableColumn<GapGroup, GapGroup> addsUp() {
        TableColumn<GapGroup, GapGroup> column = new TableColumn<>(desk.text("campaigns.column.addsup"));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setPrefWidth(90);
        column.setSortable(false);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable GapGroup g, boolean empty) {
                super.updateItem(g, empty);
                setGraphic(null);
                if (!empty && g != null) {
                    FontIcon icon = new FontIcon(g.addsUp() ? "mdi2c-check-bold" : "mdi2a-alert");
                    icon.getStyleClass().add(g.addsUp() ? "good" : "bad");
                    setGraphic(icon);
                    setTooltip(new Tooltip(desk.text(
                            "campaigns.addsup",
                            desk.formats().count(g.deliveries()),
                            desk.formats().count(g.gap()),
                            desk.formats().count(g.sends()))));
                }
            }
        });
        return column;
    }

    /** New figures leave the person at the group that was chosen, unless another one is asked for that was not there yet. */
    private void show(CampaignsModel.@Nullable Groups answer) {
        if (answer == null) {
            return;
        }
        boolean isChosen = answer.by() == grouping && !offered;
        GapGroup chosen = isChosen ? table.getSelectionModel().getSelectedItem() : null;
        grouping = answer.by();
        table.getSelectionModel().clearSelection();
        if (!answer.hasSends()) {
            middle.getChildren().setAll(withoutSends(answer));
            return;
        }
        all = answer.groups().stream().filter(g -> g.sends() > 0).toList();
        causes = answer.causes();
        list();
        middle.getChildren().setAll(both);
        if (chosen == null || !missed.isEmpty() || !choose(chosen.key())) {
            select(model.wantedProperty().get());
        }
    }

    /** The groups whose name holds what is searched for. */
    private void list() {
        String sought = FilterValues.folded(search.getText().strip());
        List<GapGroup> groups = all.stream()
                .filter(g -> FilterValues.folded(charts.name(g)).contains(sought))
                .toList();
        most = Math.max(1, groups.stream().mapToLong(GapGroup::sends).max().orElse(1));
        mostGap = Math.max(1, groups.stream().mapToLong(GapGroup::gap).max().orElse(1));
        table.getItems().setAll(groups);
        int shown = Math.clamp(groups.size(), 3, MOST_ROWS);
        ShareBars bars = charts.gaps(
                groups.stream()
                        .sorted(Comparator.comparingLong(GapGroup::gap).reversed())
                        .toList(),
                desk.text("campaigns.by." + model.byProperty().get().code().toLowerCase(Locale.ROOT)));
        chart.show(bars);
        lists.prefHeightProperty()
                .bind(Bindings.when(lists.showsChartProperty())
                        .then(FRAME + bars.leastHeight(2))
                        .otherwise(EDGES + HEADER + shown * table.getFixedCellSize()));
        lists.setMinHeight(USE_PREF_SIZE);
        if (table.getSelectionModel().isEmpty() && !groups.isEmpty()) {
            offerFirst();
        }
    }

    private Node withoutSends(CampaignsModel.Groups answer) {
        Blank said = nothing(answer.hasEvents(), answer.sendsFrom());
        if (!answer.hasEvents()) {
            return said;
        }
        ScrollPane scroll = new ScrollPane(new VBox(12, said, centred(new TypedSends(desk))));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private static HBox centred(Node node) {
        HBox line = new HBox(node);
        line.setAlignment(Pos.TOP_CENTER);
        return line;
    }

    private Blank nothing(boolean hasEvents, List<String> sendsFrom) {
        String which = sendsFrom.isEmpty()
                ? desk.text("campaigns.nosends.sentence")
                : desk.text("campaigns.nosends.from", String.join(", ", sendsFrom));
        return new Blank(
                "mdi2c-chart-bar",
                desk.text(hasEvents ? "campaigns.nosends" : "activity.empty.nodata"),
                hasEvents ? which : desk.text("activity.empty.nodata.sentence"),
                Buttons.main(
                        "mdi2f-file-import-outline",
                        desk.text("imports.open"),
                        () -> desk.navigator().go(new Place.Data(Place.Data.Part.IMPORTS))));
    }

    /** What is asked for by name; no name asks for no group, not for the one without a name. */
    private void select(String key) {
        missed = key.isEmpty() || choose(key) ? "" : key;
        if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty()) {
            offerFirst();
        }
    }

    /** Selects the first group that has a name, for want of one that was chosen. */
    private void offerFirst() {
        GapGroup first = table.getItems().stream()
                .filter(g -> !g.key().isEmpty())
                .findFirst()
                .orElse(table.getItems().getFirst());
        table.getSelectionModel().select(first);
        offered = true;
    }

    private boolean choose(String key) {
        for (GapGroup g : table.getItems()) {
            if (g.key().equals(key)) {
                table.getSelectionModel().select(g);
                table.scrollTo(g);
                return true;
            }
        }
        return false;
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        GapGroup chosen = table.getSelectionModel().getSelectedItem();
        return chosen == null ? null : block.evidence(chosen);
    }

    @Override
    public Place.@Nullable Export export() {
        List<GapGroup> groups = List.copyOf(table.getItems());
        return groups.isEmpty()
                ? null
                : new Place.Export(
                        desk.text("campaigns.title"), search.getText(), groups.size(), List.of(), r -> rows(groups));
    }

    private Rows rows(List<GapGroup> groups) {
        List<String> columns = new ArrayList<>(List.of("name", "sends", "deliveries", "gap", "main_cause"));
        for (MessageState s : MessageState.values()) {
            columns.add(s.code());
        }
        return new Rows(
                columns,
                groups.stream()
                        .map(g -> {
                            List<@Nullable Object> row = new ArrayList<>(
                                    List.of(charts.name(g), g.sends(), g.deliveries(), g.gap(), cause(g)));
                            for (MessageState s : MessageState.values()) {
                                row.add(g.count(s));
                            }
                            return row;
                        })
                        .toList());
    }

    /** Puts the cursor into the list. */
    public void focusList() {
        if (lists.showsChartProperty().get()) {
            chart.requestFocus();
        } else {
            table.requestFocus();
        }
    }
}
