package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.DropZone;
import dev.rebound.console.kit.Splits;
import dev.rebound.intake.FileReport;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The imports: drop zone, files of now, files of before, unreadable lines of the chosen one. */
public final class ImportsView extends BorderPane {
    private final ImportsModel model;
    private final Desk desk;
    private final ImportTable now;
    private final ImportTable before;
    private final RejectionPane rejections;

    /** The view of a model. */
    public ImportsView(ImportsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        now = new ImportTable(desk, model.lines(), "imports-now");
        before = new ImportTable(desk, model.earlier(), "imports-before");
        rejections = new RejectionPane(desk);
        getStyleClass().add("view");
        setTop(new VBox(8, heading(), new DropZone(desk, model::importFiles)));
        setCenter(lists());
        now.getSelectionModel().selectedItemProperty().addListener((o, was, line) -> show(line, before));
        before.getSelectionModel().selectedItemProperty().addListener((o, was, line) -> show(line, now));
        model.summaryProperty().addListener((o, was, told) -> chooseTroubled());
        model.runningProperty().addListener((o, was, runs) -> chooseTroubled());
        BorderPane.setMargin(getCenter(), new javafx.geometry.Insets(8, 0, 0, 0));
    }

    /** The sentence of a file that was not imported stands beneath, without a further click. */
    private void chooseTroubled() {
        if (!model.lines().isEmpty()
                && ImportsModel.isTroubled(model.lines().getFirst())
                && now.getSelectionModel().isEmpty()) {
            now.getSelectionModel().select(0);
            now.scrollTo(0);
        }
    }

    private HBox heading() {
        Label summary = new Label();
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        summary.textProperty().bind(model.summaryProperty());
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CheckBox check = new CheckBox(desk.text("imports.checkonly"));
        check.selectedProperty().bindBidirectional(model.checkOnlyProperty());
        HBox line = new HBox(12, summary, gap, check);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private SplitPane lists() {
        now.setPlaceholder(new Label(desk.text("imports.now.none")));
        before.setPlaceholder(new Blank(
                "mdi2d-database-off-outline", desk.text("activity.empty.nodata"), desk.text("imports.before.none")));
        Button undo = Buttons.of("mdi2u-undo-variant", desk.text("imports.undo"), this::undo);
        undo.disableProperty()
                .bind(before.getSelectionModel().selectedItemProperty().isNull());
        undo.setId("undo-import");
        Button stop = Buttons.of("mdi2c-close", desk.text("imports.cancel"), this::giveUp);
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setId("cancel-import");
        Button map = Buttons.of("mdi2t-table-column", desk.text("mapping.open"), this::mapColumns);
        map.setId("map-columns");
        map.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !isUnknown(now.getSelectionModel().getSelectedItem()),
                        now.getSelectionModel().selectedItemProperty()));
        SplitPane lists =
                new SplitPane(part("imports.now", now, map, stop), part("imports.before", before, undo), rejections);
        lists.setOrientation(Orientation.VERTICAL);
        Splits.remember(lists, "imports", desk.remembered(), 0.32, 0.72);
        return lists;
    }

    private static boolean isUnknown(@Nullable ImportLine line) {
        FileReport report = line == null ? null : line.reportProperty().get();
        return report != null && report.status() == FileReport.Status.NOT_RECOGNISED;
    }

    private void mapColumns() {
        ImportLine line = now.getSelectionModel().getSelectedItem();
        Path file = line == null ? null : line.file();
        if (file != null) {
            model.mapColumns(file);
        }
    }

    private VBox part(String key, TableView<ImportLine> table, Button... acts) {
        Label heading = new Label(desk.text(key));
        heading.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, heading, gap);
        for (Button act : acts) {
            act.getStyleClass().add(Styles.SMALL);
            line.getChildren().add(act);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(4, line, table);
        box.getStyleClass().add("part");
        return box;
    }

    /** The chosen file if it runs, else every file that still waits or runs. */
    private void giveUp() {
        ImportLine chosen = now.getSelectionModel().getSelectedItem();
        List<ImportLine> wanted = chosen != null && chosen.isRunning() ? List.of(chosen) : List.copyOf(model.lines());
        wanted.forEach(ImportLine::giveUp);
    }

    private void undo() {
        ImportLine line = before.getSelectionModel().getSelectedItem();
        if (line != null && line.run() != null) {
            model.undo(line.run());
        }
    }

    private void show(@Nullable ImportLine line, ImportTable other) {
        if (line == null) {
            rejections.show("", "", List.of());
            return;
        }
        other.getSelectionModel().clearSelection();
        if (line.run() != null) {
            model.rejections(line.run(), list -> rejections.show(line.name(), "", list));
        } else if (line.reportProperty().get() != null) {
            FileReport report = line.reportProperty().get();
            rejections.show(line.name(), report.message(), report.rejections());
        }
    }
}
