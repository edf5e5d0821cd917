package dev.rebound.console.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableRowSkin;
import org.jspecify.annotations.Nullable;

/**
 * The leftmost columns of the log that stay in sight while the others are scrolled. A row shifts by what is scrolled, so
 * the cells of these columns are shifted back and lie above the others; headers likewise.
 */
final class FrozenColumns {
    private static final String STYLE = "frozen";

    private final LogTable table;
    private @Nullable ScrollBar bar;

    FrozenColumns(LogTable table) {
        this.table = table;
        table.skinProperty().addListener((o, before, now) -> listen());
        table.getVisibleLeafColumns()
                .addListener((javafx.collections.ListChangeListener<TableColumn<LogRow, ?>>) c -> headers());
    }

    private void listen() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL) {
                bar = found;
                found.valueProperty().addListener((o, before, now) -> headers());
            }
        }
        headers();
    }

    /** How many columns stay. */
    private int count() {
        return Math.min(table.memory().frozen(), table.getVisibleLeafColumns().size());
    }

    private double scrolled() {
        ScrollBar found = bar;
        return found == null || !found.isVisible() ? 0 : found.getValue();
    }

    /** Shifts the headers back. */
    void headers() {
        List<TableColumn<LogRow, ?>> shown = table.getVisibleLeafColumns();
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header && header.getTableColumn() != null) {
                int index = shown.indexOf(header.getTableColumn());
                boolean stays = index >= 0 && index < count();
                header.setTranslateX(stays ? scrolled() : 0);
                header.setViewOrder(stays ? -1 : 0);
                mark(header, stays);
            }
        }
    }

    private static void mark(Node node, boolean stays) {
        if (stays && !node.getStyleClass().contains(STYLE)) {
            node.getStyleClass().add(STYLE);
        } else if (!stays) {
            node.getStyleClass().remove(STYLE);
        }
    }

    /** Lays out a row: a frozen cell that was scrolled out of sight is brought back. */
    final class Row extends TableRowSkin<LogRow> {
        private final Map<Object, Node> cellOf = new HashMap<>();

        Row(LogTableRow row) {
            super(row);
        }

        @Override
        protected void layoutChildren(double x, double y, double w, double h) {
            remember();
            super.layoutChildren(x, y, w, h);
            remember();
            double left = scrolled();
            for (int i = 0; i < table.getVisibleLeafColumns().size(); i++) {
                TableColumn<LogRow, ?> column = table.getVisibleLeafColumns().get(i);
                Node cell = cellOf.get(column);
                if (cell == null) {
                    continue;
                }
                boolean stays = i < count();
                mark(cell, stays);
                cell.setViewOrder(stays ? -1 : 0);
                if (stays) {
                    if (cell.getParent() == null) {
                        getChildren().add(cell);
                        cell.resize(column.getWidth(), table.getFixedCellSize());
                    }
                    cell.relocate(left, 0);
                    left += column.getWidth();
                }
            }
        }

        private void remember() {
            for (Node child : getChildren()) {
                if (child instanceof LogCell cell && cell.getTableColumn() != null) {
                    cellOf.put(cell.getTableColumn(), cell);
                }
            }
        }
    }
}
