package dev.rebound.console.activity;

import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which columns are shown and in what order, by keyboard too. What is ticked holds at once. */
final class ColumnChooser {
    private final LogTable table;
    private final Desk desk;
    private final VBox list = new VBox(2);

    ColumnChooser(LogTable table, Desk desk) {
        this.table = table;
        this.desk = desk;
    }

    void open() {
        fill();
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(430);
        Button reset = Buttons.of("mdi2r-restore", desk.text("activity.header.reset"), () -> {
            table.memory().reset();
            fill();
        });
        Sheet sheet = new Sheet(desk, desk.text("activity.columns.title"), 460, scroll).with(reset);
        sheet.setId("column-chooser");
        sheet.open(list.getChildren().getFirst());
    }

    private void fill() {
        list.getChildren().clear();
        for (TableColumn<LogRow, ?> column : table.getColumns()) {
            LogColumn of = (LogColumn) column.getUserData();
            if (of.isOfEvents() && !table.columnOf(LogColumn.KIND).isVisible() && !column.isVisible()) {
                continue;
            }
            CheckBox shown = new CheckBox(of.name(desk));
            shown.setId("column-" + of.code());
            boolean noRoom = table.fit().isSpared(column);
            shown.setSelected(column.isVisible());
            if (noRoom) {
                shown.setText(desk.text("activity.columns.noroom", of.name(desk)));
            }
            shown.setOnAction(e -> column.setVisible(shown.isSelected()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(
                    4,
                    shown,
                    gap,
                    Buttons.icon(
                            "mdi2a-arrow-up", desk.text("activity.columns.up", of.name(desk)), () -> move(column, -1)),
                    Buttons.icon(
                            "mdi2a-arrow-down",
                            desk.text("activity.columns.down", of.name(desk)),
                            () -> move(column, 1)));
            line.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(line);
        }
        Label hint = new Label(desk.text("activity.columns.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add(atlantafx.base.theme.Styles.TEXT_MUTED);
        list.getChildren().add(hint);
    }

    private void move(TableColumn<LogRow, ?> column, int by) {
        int at = table.getColumns().indexOf(column);
        int to = Math.clamp(at + by, 0, table.getColumns().size() - 1);
        if (at != to) {
            table.getColumns().remove(column);
            table.getColumns().add(to, column);
            fill();
        }
    }
}
