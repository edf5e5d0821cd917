package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.DropZone;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Splits;
import dev.rebound.intake.FileReport;
import dev.rebound.store.ImportRun;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The imports: drop zone, files of now, files of before, unreadable lines of the chosen one. */
public final class ImportsView extends BorderPane {
    private static final double ROOM_FOR_FILES = 0.3;

    private final ImportsModel model;
    private final Desk desk;
    private final ImportTable now;
    private final ImportTable before;
    private final FilePane file;

    /** The view of a model. */
    public ImportsView(ImportsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        now = new ImportTable(desk, model.lines(), "imports-now");
        before = new ImportTable(desk, model.earlier(), "imports-before");
        file = new FilePane(desk, model::saveUnreadable);
        getStyleClass().add("view");
        setTop(new VBox(8, heading(), new DropZone(desk, model::importFiles)));
        setCenter(lists());
        now.getSelectionModel().selectedItemProperty().addListener((o, was, line) -> show(line, before));
        before.getSelectionModel().selectedItemProperty().addListener((o, was, line) -> show(line, now));
        model.summaryProperty().addListener((o, was, told) -> chooseLatest());
        model.runningProperty().addListener((o, was, runs) -> chooseLatest());
        BorderPane.setMargin(getCenter(), new javafx.geometry.Insets(8, 0, 0, 0));
    }

    /** What a checked file tells, the sentence of one that was not imported, or what became of any, stands beneath without a click. */
    private void chooseLatest() {
        ImportLine first = model.firstToSee();
        boolean isChosen = model.isLatest(now.getSelectionModel().getSelectedItem());
        if (first != null
                && !isChosen
                && now.getItems().contains(first)
                && !model.runningProperty().get()) {
            now.getSelectionModel().clearAndSelect(now.getItems().indexOf(first));
            now.scrollTo(first);
        }
    }

    private HBox heading() {
        Label summary = new Label();
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        summary.textProperty().bind(model.summaryProperty());
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        CheckBox check = new CheckBox(desk.text("imports.checkonly"));
        check.setId("check-only");
        check.selectedProperty().bindBidirectional(model.checkOnlyProperty());
        check.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(12, summary, check);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private SplitPane lists() {
        now.setPlaceholder(new Label(desk.text("imports.now.none")));
        before.setPlaceholder(waiting());
        model.runningProperty().addListener((o, was, runs) -> before.setPlaceholder(waiting()));
        Button undo = Buttons.of("mdi2u-undo-variant", desk.text("imports.undo"), this::undo);
        undo.disableProperty()
                .bind(before.getSelectionModel().selectedItemProperty().isNull());
        undo.setId("undo-import");
        Button again = Buttons.of("mdi2r-refresh", desk.text("imports.again"), this::readAgain);
        again.disableProperty()
                .bind(before.getSelectionModel().selectedItemProperty().isNull().or(model.runningProperty()));
        again.setId("read-again");
        List.of(undo, again).forEach(b -> b.getStyleClass().add(Styles.SMALL));
        Button stop = Buttons.of("mdi2c-close", desk.text("imports.cancel"), this::giveUp);
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setId("cancel-import");
        Button map = Buttons.of("mdi2t-table-column", desk.text("mapping.open"), this::mapColumns);
        map.setId("map-columns");
        map.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !isUnknown(now.getSelectionModel().getSelectedItem()),
                        now.getSelectionModel().selectedItemProperty()));
        Button answer = Buttons.of("mdi2h-help-circle-outline", desk.text("imports.withheld.again"), model::askAgain);
        answer.setId("answer-withheld");
        answer.visibleProperty().bind(model.waitingProperty());
        answer.managedProperty().bind(answer.visibleProperty());
        VBox stored = part("imports.before", before, Changing.button(desk, again), Changing.button(desk, undo));
        SplitPane lists = new SplitPane(
                part("imports.now", now, onlyTroubled(), answer, reader(), map, ready(), discard(), stop),
                stored,
                file);
        lists.setOrientation(Orientation.VERTICAL);
        Splits.remember(lists, "imports", desk.remembered(), 0.32, 0.72);
        makeRoom(lists, stored);
        return lists;
    }

    /** While files wait to be looked at, what is in the store gives its room to what they tell. */
    private void makeRoom(SplitPane lists, VBox stored) {
        double[] usual = new double[2];
        model.readyProperty().addListener((o, was, is) -> {
            boolean there = lists.getItems().contains(stored);
            if (is.intValue() > 0 && there) {
                System.arraycopy(lists.getDividerPositions(), 0, usual, 0, 2);
                lists.getItems().remove(stored);
                lists.setDividerPositions(ROOM_FOR_FILES);
            } else if (is.intValue() == 0 && !there) {
                lists.getItems().add(1, stored);
                lists.setDividerPositions(usual);
            }
        });
    }

    /** What was only checked is imported as it was read. */
    private Button ready() {
        Button ready = Buttons.of("mdi2f-file-import-outline", "", model::importReady);
        ready.setId("import-ready");
        ready.getStyleClass().add(Styles.ACCENT);
        ready.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.text("imports.ready", model.readyProperty().get()), model.readyProperty()));
        ready.visibleProperty().bind(model.readyProperty().greaterThan(0));
        ready.managedProperty().bind(ready.visibleProperty());
        ready.disableProperty().bind(model.runningProperty());
        return ready;
    }

    /** A file that was only checked, or not imported, may be read by another reader than the one it was told by. */
    private Button reader() {
        Button reader = Buttons.of("mdi2f-file-cog-outline", desk.text("imports.reader.open"), () -> {
            ImportLine line = now.getSelectionModel().getSelectedItem();
            if (line != null) {
                model.chooseReader(line);
            }
        });
        reader.setId("choose-reader");
        BooleanBinding wanted = Bindings.createBooleanBinding(
                () -> ImportsModel.isToBeReadOtherwise(now.getSelectionModel().getSelectedItem()),
                now.getSelectionModel().selectedItemProperty(),
                model.runningProperty());
        reader.visibleProperty().bind(wanted);
        reader.managedProperty().bind(wanted);
        reader.disableProperty().bind(model.runningProperty());
        return reader;
    }

    private Button discard() {
        Button discard = Buttons.of("mdi2t-trash-can-outline", desk.text("imports.discard"), model::discardReady);
        discard.setId("discard-ready");
        discard.visibleProperty().bind(model.readyProperty().greaterThan(0));
        discard.managedProperty().bind(discard.visibleProperty());
        return discard;
    }

    /** Nothing is stored before a job ends: that is said while one runs. */
    private Blank waiting() {
        return model.runningProperty().get()
                ? new Blank("mdi2s-sync", desk.text("imports.before.running"), desk.text("imports.before.later"))
                : new Blank(
                        "mdi2d-database-off-outline",
                        desk.text("activity.empty.nodata"),
                        desk.text("imports.before.none"));
    }

    /** Among hundreds of files one wants to see those alone that were not imported. */
    private ToggleButton onlyTroubled() {
        ToggleButton only = new ToggleButton();
        only.setId("only-troubled");
        only.visibleProperty().bind(model.troubledProperty().greaterThan(0));
        only.managedProperty().bind(only.visibleProperty());
        only.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.text("imports.only", model.troubledProperty().get()), model.troubledProperty()));
        only.selectedProperty().addListener((o, was, is) -> now.show(is ? model::isTroubledNow : line -> true));
        model.troubledProperty().addListener((o, was, count) -> {
            only.setSelected(only.isSelected() && count.intValue() > 0);
            now.show(only.isSelected() ? model::isTroubledNow : line -> true);
        });
        return only;
    }

    /** Puts the cursor into the list of what was just imported, the list of the store where nothing was. */
    public void focusFirst() {
        ImportTable list = now.getItems().isEmpty() ? before : now;
        if (list.getItems().isEmpty()) {
            getTop().lookupAll(".button").stream().reduce((a, b) -> b).ifPresent(Node::requestFocus);
        } else {
            list.requestFocus();
        }
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

    private VBox part(String key, TableView<ImportLine> table, Node... acts) {
        Label heading = new Label(desk.text(key));
        heading.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, heading, gap);
        for (Node act : acts) {
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
            takeBack(line.run());
        }
    }

    private void readAgain() {
        ImportLine line = before.getSelectionModel().getSelectedItem();
        ImportRun run = line == null ? null : line.run();
        if (run == null) {
            return;
        }
        if (ImportUndo.isThere(run)) {
            new ReaderSheet(desk, run.source().name(), ReaderSheet.Act.AGAIN)
                    .open(
                            feed -> feed.id().equals(run.feedId()),
                            ZoneId.of(run.source().zone()),
                            (reader, zone) -> model.readAgain(run, reader, zone));
        } else {
            desk.notices().tell(desk.text("imports.undo.gone", run.source().path()));
        }
    }

    /** Where the file is gone the import cannot be made again: only then it is asked. */
    private void takeBack(ImportRun run) {
        if (ImportUndo.isThere(run)) {
            model.undo(run);
            return;
        }
        new Sheet(
                        desk,
                        desk.text("imports.undo.ask", run.source().name(), run.added()),
                        520,
                        Sheet.sentence(
                                desk.text("imports.undo.gone", run.source().path())))
                .destroying("mdi2u-undo-variant", desk.text("imports.undo"), () -> model.undo(run))
                .open();
    }

    private void show(@Nullable ImportLine line, ImportTable other) {
        if (line == null) {
            file.clear();
            return;
        }
        other.getSelectionModel().clearSelection();
        ImportRun run = line.run();
        if (run != null) {
            model.reading(run, reading -> file.show(line, run, reading));
        } else if (line.reportProperty().get() != null) {
            file.show(line, line.reportProperty().get());
        }
    }
}
