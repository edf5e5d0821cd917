package dev.rebound.console.kit;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Down in a list without a choice chooses its first row; the toolkit alone would pass over it to the second. */
public final class FirstRow {
    private FirstRow() {}

    /** Lets a list begin with its first row. */
    public static void of(TableView<?> table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean plain = !e.isShortcutDown() && !e.isAltDown();
            if (e.getCode() == KeyCode.DOWN
                    && plain
                    && table.getSelectionModel().isEmpty()
                    && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(0);
                e.consume();
            }
        });
    }
}
