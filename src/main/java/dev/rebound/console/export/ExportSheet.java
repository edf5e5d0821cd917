package dev.rebound.console.export;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.report.Mask;
import dev.rebound.report.RowWriter;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The choices of an export; its main button asks for the file and writes it. */
public final class ExportSheet {
    private static final double WIDTH = 600;

    private final ExportModel model;
    private final Desk desk;

    /** An export of some rows. */
    public ExportSheet(Desk desk, Place.Export subject) {
        this.desk = desk;
        model = new ExportModel(desk, subject);
    }

    /** Shows it. */
    public void open() {
        Choice<RowWriter> format = new Choice<>(
                desk.text("export.format"),
                List.of(RowWriter.CSV, RowWriter.XLSX, RowWriter.NDJSON, RowWriter.MD),
                w -> desk.text("export.format." + w.ending()));
        format.setId("export-format");
        format.valueProperty().bindBidirectional(model.formatProperty());
        format.setMaxWidth(Double.MAX_VALUE);
        GridPane grid = new GridPane(14, 10);
        grid.addRow(0, name("export.format"), format);
        grid.addRow(1, name("export.csv"), csv());
        grid.addRow(2, name("export.columns"), columns());
        grid.addRow(3, name("export.addresses"), addresses());
        CheckBox about = new CheckBox(desk.text("export.about"));
        about.setId("export-about");
        about.setWrapText(true);
        about.selectedProperty().bindBidirectional(model.aboutProperty());
        Label zone = Sheet.sentence(
                desk.text("export.times", Formats.name(desk.formats().zone())));
        zone.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        String what = Mask.of(model.subject().about());
        new Sheet(desk, desk.text("export.heading", model.subject().count()), WIDTH, subject(what), grid, about, zone)
                .deciding("mdi2c-content-save-outline", desk.text("export.save"), this::save)
                .open(format);
    }

    private Label subject(String what) {
        Label label = new Label(what);
        label.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
        label.setWrapText(true);
        label.setMaxHeight(60);
        return label;
    }

    private Label name(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node csv() {
        Choice<Character> separator = new Choice<>(
                desk.text("export.separator"),
                List.of(',', ';', '\t'),
                c -> desk.text("export.separator." + (c == ',' ? "comma" : c == ';' ? "semicolon" : "tab")));
        separator.setId("export-separator");
        separator.valueProperty().bindBidirectional(model.separatorProperty());
        CheckBox mark = new CheckBox(desk.text("export.mark"));
        mark.setId("export-mark");
        mark.selectedProperty().bindBidirectional(model.byteOrderMarkProperty());
        HBox line = new HBox(12, separator, mark);
        line.setAlignment(Pos.CENTER_LEFT);
        line.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.formatProperty().get() != RowWriter.CSV, model.formatProperty()));
        return line;
    }

    private Node columns() {
        RadioButton shown = radio(
                "export-shown",
                desk.text("export.shown", model.subject().shown().size()));
        RadioButton all = radio("export-all", desk.text("export.all"));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(shown, all);
        (model.everyColumnProperty().get() ? all : shown).setSelected(true);
        shown.setDisable(model.subject().shown().isEmpty());
        model.everyColumnProperty().bind(all.selectedProperty());
        return new HBox(16, shown, all);
    }

    private Node addresses() {
        RadioButton full = radio("export-full", desk.text("export.full"));
        RadioButton masked = radio("export-masked", desk.text("export.masked"));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(full, masked);
        (model.maskedProperty().get() ? masked : full).setSelected(true);
        model.maskedProperty().bind(masked.selectedProperty());
        return new HBox(16, full, masked);
    }

    private static RadioButton radio(String id, String text) {
        RadioButton button = new RadioButton(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void save() {
        String name = "rebound-" + desk.text("export.file") + "."
                + model.formatProperty().get().ending();
        desk.files().fileToWrite(desk.text("export.save"), name).ifPresent(model::write);
    }
}
