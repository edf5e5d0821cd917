package dev.rebound.console.kit;

import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** What Enter and a double click do in a table whose rows lead somewhere. */
public final class Opening {
    private Opening() {}

    /** Lets the chosen row open something. */
    public static <R> void of(TableView<R> table, Consumer<R> open) {
        table.setOnKeyPressed(e -> {
            R chosen = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                e.consume();
            }
        });
        table.setOnMouseClicked(e -> {
            R chosen = table.getSelectionModel().getSelectedItem();
            if (e.getClickCount() == 2 && chosen != null && isOnRow(e.getTarget())) {
                open.accept(chosen);
            }
        });
    }

    /** Two clicks on a heading sort, and beneath the last row they mean nothing. */
    private static boolean isOnRow(EventTarget target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }
}
