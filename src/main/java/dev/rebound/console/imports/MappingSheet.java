package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.profile.ColumnMapping;
import dev.rebound.feeds.profile.ColumnMapping.Target;
import dev.rebound.feeds.profile.MappedRows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which of their columns is which of our fields, what their words mean, and what the first rows become by that. */
final class MappingSheet {
    private static final int WIDTH = 1_060;
    private static final String NONE = "";

    private final Desk desk;
    private final MappingModel model;
    private final GridPane words = new GridPane(10, 4);
    private final HBox dates = new HBox(8);
    private final Label zoneEffect = new Label();
    private final Label missing = new Label();
    private final Button save = new Button();
    private final ComboBox<EventKind> everyRow;

    MappingSheet(Desk desk, MappingModel model) {
        this.desk = desk;
        this.model = model;
        this.everyRow = kinds("mapping-every", null);
    }

    void open() {
        TextField name = new TextField(model.mapping().name());
        name.setId("mapping-name");
        name.textProperty().addListener((o, was, now) -> model.name(now));
        GridPane fields = new GridPane(10, 4);
        fields.addRow(0, label(desk.text("mapping.name"), true), name);
        int row = 1;
        for (Target target : Target.values()) {
            fields.addRow(row++, label(desk.text(key(target)), target.isRequired()), columns(target));
        }
        fields.addRow(row, label(desk.text("imports.zone.choice"), true), zone());
        VBox right = new VBox(8, heading("mapping.words"), everyRow, scrolled(words), dates, zoneEffect);
        HBox.setHgrow(right, Priority.ALWAYS);
        everyRow.valueProperty().addListener((o, was, now) -> model.everyRow(now));
        dates();
        save.setText(desk.text("mapping.save"));
        save.setGraphic(new FontIcon("mdi2c-content-save-outline"));
        save.setId("mapping-save");
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(e -> {
            desk.sheets().close();
            model.save();
        });
        missing.setId("mapping-missing");
        missing.getStyleClass().add(Styles.WARNING);
        missing.setWrapText(true);
        model.mappingProperty().addListener((o, was, now) -> {
            if (!java.util.Objects.equals(
                    was.columns().get(Target.KIND), now.columns().get(Target.KIND))) {
                words();
            }
            if (!java.util.Objects.equals(
                    was.columns().get(Target.TIME), now.columns().get(Target.TIME))) {
                dates();
            }
            say();
        });
        words();
        say();
        new Sheet(
                        desk,
                        desk.text("mapping.heading", model.table().name()),
                        WIDTH,
                        Sheet.sentence(desk.text("mapping.sentence")),
                        new HBox(28, fields, right),
                        heading("mapping.preview"),
                        preview(),
                        missing)
                .doing(save)
                .open(name);
    }

    private static String key(Target target) {
        return "mapping.target." + target.name().toLowerCase(Locale.ROOT);
    }

    private Label heading(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        return label;
    }

    /** A field that no reader can do without has a star. */
    private static Label label(String text, boolean required) {
        Label label = new Label(required ? text + "\u00a0*" : text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (required) {
            label.getStyleClass().add(Styles.TEXT_BOLD);
        }
        return label;
    }

    private static ScrollPane scrolled(Node node) {
        ScrollPane pane = new ScrollPane(node);
        pane.setFitToWidth(true);
        pane.setPrefHeight(190);
        pane.setMinHeight(120);
        return pane;
    }

    private ComboBox<String> columns(Target target) {
        List<String> all = new ArrayList<>(List.of(NONE));
        all.addAll(ColumnMapping.choices(model.table()));
        Choice<String> choice =
                new Choice<>(desk.text(key(target)), all, c -> c.isEmpty() ? desk.text("mapping.none") : example(c));
        choice.setId("mapping-" + target.name().toLowerCase(Locale.ROOT));
        choice.setPrefWidth(300);
        choice.setValue(model.mapping().columns().getOrDefault(target, NONE));
        choice.valueProperty()
                .addListener((o, was, now) -> model.choose(target, now == null || now.isEmpty() ? null : now));
        return choice;
    }

    /** A column with the first value that stands in it: names alone often tell little. */
    private String example(String column) {
        String first = model.table().words(column).keySet().stream().findFirst().orElse("");
        String shown = first.length() > 28 ? first.substring(0, 28) + "…" : first;
        return shown.isEmpty() ? column : column + "  (" + shown + ")";
    }

    private ComboBox<ZoneId> zone() {
        Choice<ZoneId> zone = new Choice<>(
                desk.text("imports.zone.choice"), ZoneSheet.zones(desk.formats().zone()), Formats::name);
        zone.setId("mapping-zone");
        zone.setPrefWidth(300);
        zone.setValue(model.mapping().zone());
        zone.valueProperty().addListener((o, was, now) -> model.zone(now));
        return zone;
    }

    private Choice<EventKind> kinds(String id, @org.jspecify.annotations.Nullable EventKind chosen) {
        Choice<EventKind> choice = new Choice<>(desk.text("mapping.words"), List.of(EventKind.values()), this::kind);
        choice.setId(id);
        choice.setPrefWidth(220);
        choice.setValue(chosen);
        choice.setPromptText(desk.text("mapping.every"));
        return choice;
    }

    private String kind(EventKind kind) {
        return desk.text("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void words() {
        words.getChildren().clear();
        int row = 0;
        for (var word : model.words().entrySet()) {
            Label theirs = new Label(word.getKey() + "  × " + desk.formats().count(word.getValue()));
            ComboBox<EventKind> ours =
                    kinds("mapping-word-" + row, model.mapping().words().get(word.getKey()));
            ours.valueProperty().addListener((o, was, now) -> model.word(word.getKey(), now));
            words.addRow(row++, theirs, ours);
        }
        boolean told = row > 0;
        everyRow.setVisible(!told);
        everyRow.setManaged(!told);
    }

    /** Asked wherever a date could be two days, and answered by a row where one is certain. */
    private void dates() {
        dates.getChildren().clear();
        dates.setAlignment(Pos.CENTER_LEFT);
        if (model.asksForDates()) {
            Choice<String> order = new Choice<>(
                    desk.text("mapping.dates"), List.of("dmy", "mdy"), o -> desk.text("mapping.dates." + o));
            order.setId("mapping-dates");
            order.setValue(model.mapping().dates());
            order.valueProperty().addListener((o, was, now) -> model.dates(now));
            dates.getChildren().addAll(label(desk.text("mapping.dates"), true), order);
        }
    }

    private void say() {
        List<ColumnMapping.Missing> open = model.missing();
        save.setDisable(!open.isEmpty());
        missing.setText(
                open.isEmpty()
                        ? desk.text("mapping.ready", model.mapping().id())
                        : desk.text(
                                "mapping.missing",
                                String.join(
                                        ", ",
                                        open.stream()
                                                .map(m -> desk.text("mapping.missing."
                                                        + m.name().toLowerCase(Locale.ROOT)))
                                                .toList())));
        zoneEffect.setText(model.rows().stream()
                .flatMap(r -> java.util.stream.Stream.ofNullable(r.event()))
                .findFirst()
                .map(e -> desk.text("imports.zone.first", desk.formats().full(e.time())))
                .orElse(""));
        zoneEffect.setId("mapping-first");
    }

    private TableView<MappedRows.Row> preview() {
        TableView<MappedRows.Row> table = new TableView<>(model.rows());
        table.setId("mapping-preview");
        table.setFixedCellSize(26);
        table.getStyleClass().add(Styles.DENSE);
        table.setPrefHeight(210);
        table.setMinHeight(120);
        ColumnFit.of(table);
        Columns.wrapping(table, true);
        table.setPlaceholder(new Label(desk.text("mapping.preview.none")));
        table.getColumns()
                .addAll(List.of(
                        column(
                                "mapping.target.time",
                                180,
                                r -> told(r, e -> desk.formats().full(e.time()))),
                        column(
                                "mapping.target.address",
                                210,
                                r -> told(r, e -> e.address().text())),
                        column("mapping.target.kind", 160, r -> told(r, e -> kind(e.kind()))),
                        column("mapping.target.campaign", 130, r -> told(r, e -> e.text(EventText.CAMPAIGN))),
                        Columns.wrap(column(
                                "mapping.target.reply",
                                320,
                                r -> r.problem().isEmpty() ? told(r, e -> e.text(EventText.REPLY)) : r.problem()))));
        return table;
    }

    private static String told(MappedRows.Row row, Function<RawEvent, @org.jspecify.annotations.Nullable String> of) {
        RawEvent event = row.event();
        String text = event == null ? null : of.apply(event);
        return text == null ? "" : text;
    }

    private TableColumn<MappedRows.Row, String> column(
            String key, double width, Function<MappedRows.Row, String> text) {
        TableColumn<MappedRows.Row, String> column = new TableColumn<>(desk.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        return column;
    }
}
