package dev.rebound.console.cases;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.WrappingLine;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The list of cases above the chosen one. */
public final class CasesView extends BorderPane implements EvidenceSubject {
    private final CasesModel model;
    private final Desk desk;
    private final Cursor cursor = new Cursor();
    private final TableView<CasesModel.Line> table = new TableView<>();
    private final SplitPane halves;

    /** The view of a model. */
    public CasesView(CasesModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        CasePane pane = new CasePane(model, desk);
        halves = new SplitPane(table, pane);
        halves.setOrientation(Orientation.VERTICAL);
        Splits.remember(halves, "cases", desk.remembered(), 0.34);
        getStyleClass().add("view");
        setTop(heading());
        table();
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> pane.show(now));
        model.linesProperty().addListener((o, before, now) -> show(now));
        model.wantedProperty().addListener((o, before, now) -> chooseWanted());
    }

    private WrappingLine heading() {
        Label title = new Label(desk.text("cases.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        Button begin = Buttons.main("mdi2n-notebook-plus-outline", desk.text("cases.new"), this::begin);
        begin.setId("case-new");
        Button taken = Buttons.of("mdi2f-file-import-outline", desk.text("cases.import"), this::takeIn);
        taken.setId("case-import");
        WrappingLine line = new WrappingLine(
                10, title, WrappingLine.spring(), Changing.button(desk, taken), Changing.button(desk, begin));
        line.getStyleClass().add("view-heading");
        return line;
    }

    private void begin() {
        new CaseSheet(model, desk, new Place.Pin(new int[0], "")).open();
    }

    private void takeIn() {
        model.takeIn(desk.files().filesToRead(desk.text("cases.import")));
    }

    private void table() {
        table.setId("cases");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        Columns.wrapping(table, true);
        table.getColumns()
                .addAll(List.of(
                        Columns.text(
                                desk.text("cases.column.id"), 44, l -> l.file().id()),
                        Columns.sentences(
                                desk.text("cases.column.name"),
                                l -> desk.person(l.file().name())),
                        Columns.sentences(
                                desk.text("cases.column.question"),
                                l -> desk.person(l.file().question())),
                        Columns.text(
                                desk.text("cases.column.state"),
                                90,
                                l -> desk.text(l.file().answered() ? "cases.answered" : "cases.open")),
                        Columns.sentences(desk.text("cases.column.figures"), this::figures),
                        Columns.sentences(desk.text("cases.column.moved"), this::moved),
                        Columns.times(
                                desk,
                                desk.text("cases.column.updated"),
                                120,
                                l -> l.file().updated(),
                                at -> desk.formats().minute(at))));
    }

    private String figures(CasesModel.Line line) {
        var now = line.now();
        return now == null
                ? "–"
                : desk.text("cases.figures", now.count("sends"), desk.formats().count(now.count("gap")));
    }

    private String moved(CasesModel.Line line) {
        String words = CountSentence.plain(model.moved(line));
        return words.isEmpty() ? desk.text("cases.unmoved") : words;
    }

    private void show(@Nullable List<CasesModel.Line> lines) {
        if (lines == null) {
            return;
        }
        if (lines.isEmpty()) {
            table.getItems().clear();
            setCenter(new Blank("mdi2n-notebook-outline", desk.text("cases.none"), desk.text("cases.none.words")));
            return;
        }
        CasesModel.Line before = table.getSelectionModel().getSelectedItem();
        String id = before == null ? "" : before.file().id();
        table.getItems().setAll(lines);
        setCenter(halves);
        table.getSelectionModel()
                .select(lines.stream()
                        .filter(l -> l.file().id().equals(id))
                        .findFirst()
                        .orElse(lines.getFirst()));
        chooseWanted();
    }

    /** A case that is not among those known yet stays wanted until they are read again. */
    private void chooseWanted() {
        String id = model.wantedProperty().get();
        table.getItems().stream()
                .filter(l -> l.file().id().equals(id))
                .findFirst()
                .ifPresent(wanted -> {
                    table.getSelectionModel().select(wanted);
                    model.want("");
                });
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        CasesModel.Line chosen = table.getSelectionModel().getSelectedItem();
        return chosen == null ? null : CaseEvidence.of(chosen.file());
    }

    /** Reads the cases and puts the cursor into the list. */
    public void begun() {
        model.ask();
        cursor.into(table);
    }
}
