package dev.rebound.console.incidents;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Splits;
import dev.rebound.insight.Incident;
import dev.rebound.insight.Picture;
import dev.rebound.insight.Sensitivity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The list of incidents above the one that is looked at. */
public final class IncidentsView extends BorderPane implements EvidenceSubject {
    private final Desk desk;
    private final TableView<Incident> table = new TableView<>();
    private final IncidentPane pane;
    private boolean focusWanted;

    /** The view of a model. */
    public IncidentsView(IncidentsModel model, Desk desk) {
        this.desk = desk;
        getStyleClass().add("view");
        Label title = new Label(desk.text("incidents.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(title);
        heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        heading.getStyleClass().add("view-heading");
        setTop(heading);
        columns();
        pane = new IncidentPane(desk);
        SplitPane split = new SplitPane(table, pane);
        split.setOrientation(Orientation.VERTICAL);
        Splits.remember(split, "incidents", desk.remembered(), 0.34);
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> model.select(now));
        // A split pane takes its parts into the scene with its first layout only.
        table.sceneProperty().addListener((o, before, now) -> {
            if (now != null && focusWanted) {
                desk.background().later(this::focusList);
            }
        });
        model.lookedProperty().addListener((o, before, now) -> pane.show(now));
        model.incidentsProperty().addListener((o, before, now) -> show(now, split));
        show(model.incidentsProperty().get(), split);
    }

    private void show(@Nullable List<Incident> incidents, SplitPane split) {
        if (incidents == null || incidents.isEmpty()) {
            setCenter(nothing());
            table.getItems().clear();
            return;
        }
        setCenter(split);
        table.getItems().setAll(incidents);
        table.getSelectionModel().clearAndSelect(0);
    }

    /** No false calm: what was looked for, and in how much. */
    private Blank nothing() {
        Picture picture = desk.picture().getValue();
        Instant start = picture.dataStart();
        Instant end = picture.dataEnd();
        if (start == null || end == null) {
            return new Blank(
                    "mdi2f-flag-outline",
                    desk.text("activity.empty.nodata"),
                    desk.text("activity.empty.nodata.sentence"),
                    Buttons.main(
                            "mdi2f-file-import-outline",
                            desk.text("imports.open"),
                            () -> desk.navigator().go(new Place.Data(Place.Data.Part.IMPORTS))));
        }
        Sensitivity looked = picture.settings().sensitivity();
        return new Blank(
                "mdi2f-flag-outline",
                desk.text("incidents.none.title"),
                desk.text(
                        "incidents.none.text",
                        looked.leastMessages(),
                        looked.timesUsual(),
                        Duration.between(start, end).toDays() + 1,
                        desk.formats().day(start),
                        desk.formats().day(end)),
                Buttons.of(
                        "mdi2t-tune-variant",
                        desk.text("incidents.sensitivity.open"),
                        () -> desk.navigator().go(new Place.Data(Place.Data.Part.READING))));
    }

    private void columns() {
        table.setId("incidents");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        table.getColumns()
                .addAll(List.of(
                        column(
                                "kind",
                                120,
                                false,
                                i -> desk.text("incidents.kind." + i.kind().code())),
                        column("provider", 130, false, Incident::provider),
                        column(
                                "reason",
                                220,
                                false,
                                i -> desk.text("reason." + i.reason().code())),
                        times("from", Incident::from),
                        times("to", Incident::to),
                        messages(),
                        column(
                                "share",
                                90,
                                true,
                                i -> desk.formats().percent(i.messages().size(), i.seen())),
                        column(
                                "usual",
                                110,
                                true,
                                i -> desk.formats().percent(Math.round(i.usualShare() * 10_000), 10_000)),
                        column(
                                "campaigns",
                                90,
                                true,
                                i -> desk.formats().count(i.campaigns().size())),
                        column(
                                "esps",
                                70,
                                true,
                                i -> desk.formats().count(i.esps().size()))));
        RowMenu.of(table, desk);
        table.setRowFactory(t -> {
            TableRow<Incident> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(e -> {
            Incident chosen = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                open(chosen);
                e.consume();
            }
        });
    }

    private CountColumn<Incident> messages() {
        CountColumn<Incident> column = new CountColumn<>(
                desk,
                desk.text("incidents.column.messages"),
                100,
                i -> i.messages().size(),
                i -> Place.Activity.of(i.rows()));
        column.setSortable(false);
        return column;
    }

    private void open(Incident incident) {
        desk.navigator().go(Place.Activity.of(incident.rows()));
    }

    private TableColumn<Incident, Instant> times(String name, Function<Incident, Instant> moment) {
        return Columns.minutes(desk, desk.text("incidents.column." + name), 120, moment);
    }

    private TableColumn<Incident, String> column(
            String name, double width, boolean number, Function<Incident, String> text) {
        TableColumn<Incident, String> column = new TableColumn<>(desk.text("incidents.column." + name));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
        if (number) {
            column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        }
        return column;
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        Incident chosen = table.getSelectionModel().getSelectedItem();
        return chosen == null ? null : pane.evidence(chosen);
    }

    /** Puts the cursor into the list, as soon as there is one. */
    public void focusList() {
        focusWanted = table.getScene() == null;
        table.requestFocus();
    }
}
