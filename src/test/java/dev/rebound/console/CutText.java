package dev.rebound.console;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds words that do not fit where they stand. Cells and quoted replies may be cut: they tell all when pointed at. */
final class CutText {
    private CutText() {}

    static List<String> in(Parent root) {
        List<String> cut = new ArrayList<>();
        look(root, cut);
        return cut;
    }

    /** The same outside tables, whose columns a person can widen. */
    static List<String> outsideTables(Parent root) {
        List<String> cut = in(root);
        for (Node table : root.lookupAll(".table-view")) {
            in((Parent) table).forEach(cut::remove);
        }
        return cut;
    }

    private static void look(Node node, List<String> cut) {
        if (!node.isVisible()
                || node instanceof IndexedCell<?>
                || node.getStyleClass().contains("facet-value")
                || node.getStyleClass().contains("gap-remark")) {
            return;
        }
        if (node instanceof Labeled label && !label.getStyleClass().contains("mono") && label.getText() != null) {
            for (Node child : label.getChildrenUnmodifiable()) {
                if (child instanceof Text text
                        && text.getText().endsWith(label.getEllipsisString())
                        && !label.getText().endsWith(label.getEllipsisString())
                        && !text.getText().isEmpty()) {
                    cut.add(label.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> look(c, cut));
        }
    }
}
