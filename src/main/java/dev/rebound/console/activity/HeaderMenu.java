package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Place.Activity.Grouping;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;

/** The menu of a column's header: sort, group, hide, freeze, fit, choose, reset. */
final class HeaderMenu extends ContextMenu {
    private static final double WIDER = 1.25;

    HeaderMenu(LogTable table, TableColumn<LogRow, ?> column, ColumnMemory memory, ActivityModel model, Desk desk) {
        LogColumn of = (LogColumn) column.getUserData();
        MenuItem up = MenuItems.of(
                desk.text("activity.header.up"), () -> sort(table, column, TableColumn.SortType.ASCENDING));
        MenuItem down = MenuItems.of(
                desk.text("activity.header.down"), () -> sort(table, column, TableColumn.SortType.DESCENDING));
        up.setDisable(!of.isSortable());
        down.setDisable(!of.isSortable());
        MenuItem freeze = MenuItems.of(desk.text("activity.header.freeze"), () -> {
            int upTo = table.getVisibleLeafColumns().indexOf(column) + 1;
            memory.freeze(memory.frozen() == upTo ? 0 : upTo);
        });
        getItems()
                .addAll(
                        up,
                        down,
                        new SeparatorMenuItem(),
                        groups(of, model, desk),
                        new SeparatorMenuItem(),
                        MenuItems.of(desk.text("activity.header.hide"), () -> hide(table, column)),
                        freeze,
                        MenuItems.of(desk.text("activity.header.wider"), () -> widen(table, column, WIDER)),
                        MenuItems.of(desk.text("activity.header.narrower"), () -> widen(table, column, 1 / WIDER)),
                        MenuItems.of(
                                desk.text("activity.header.fit"),
                                () -> table.fit().release(column)),
                        new SeparatorMenuItem(),
                        MenuItems.of(desk.text("activity.header.choose"), () -> new ColumnChooser(table, desk).open()),
                        MenuItems.of(desk.text("activity.header.reset"), memory::reset));
        setOnShowing(e -> freeze.setText(desk.text(
                memory.frozen() == table.getVisibleLeafColumns().indexOf(column) + 1
                        ? "activity.header.thaw"
                        : "activity.header.freeze")));
    }

    private static void sort(LogTable table, TableColumn<LogRow, ?> column, TableColumn.SortType type) {
        column.setSortType(type);
        table.getSortOrder().clear();
        table.getSortOrder().add(column);
        table.sort();
    }

    /** The width stays then, as one that was dragged. */
    private static void widen(LogTable table, TableColumn<LogRow, ?> column, double by) {
        table.resizeColumn(column, column.getWidth() * (by - 1));
    }

    /** The last column stays: a list without columns could not be repaired from its header. */
    private static void hide(LogTable table, TableColumn<LogRow, ?> column) {
        if (table.getVisibleLeafColumns().size() > 1) {
            column.setVisible(false);
        }
    }

    private static Menu groups(LogColumn of, ActivityModel model, Desk desk) {
        Menu menu = new Menu(desk.text("activity.group"));
        for (Grouping by : Grouping.values()) {
            MenuItem item = MenuItems.of(
                    desk.text("activity.group." + by.name().toLowerCase(Locale.ROOT)),
                    () -> model.byProperty().set(by));
            if (by != Grouping.NONE && of.field() != null && of.field() == ActivityQuestion.field(by)) {
                menu.getItems().addFirst(item);
            } else {
                menu.getItems().add(item);
            }
        }
        return menu;
    }
}
