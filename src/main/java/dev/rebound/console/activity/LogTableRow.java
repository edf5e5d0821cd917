package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;

/** A line of the list; its menu is about the cell under the pointer. */
final class LogTableRow extends TableRow<LogRow> {
    private final LogTable table;

    LogTableRow(LogTable table, ActivityModel model, Desk desk) {
        this.table = table;
        setOnContextMenuRequested(e -> {
            LogRow row = getItem();
            if (row == null || isEmpty()) {
                return;
            }
            LogColumn column = e.isKeyboardTrigger()
                    ? table.currentColumn()
                    : under(e.getPickResult().getIntersectedNode(), table);
            ContextMenu menu = new CellMenu(table, row, column, model, desk);
            menu.show(this, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return table.frozen().new Row(this);
    }

    private static LogColumn under(Node node, LogTable table) {
        Node at = node;
        while (at != null && !(at instanceof LogCell)) {
            at = at.getParent();
        }
        return at instanceof LogCell cell ? cell.column() : table.currentColumn();
    }
}
