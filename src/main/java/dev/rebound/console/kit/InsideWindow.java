package dev.rebound.console.kit;

import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;

/** Keeps the menu of a button near the right edge inside its window: the screen may be wider than that. */
public final class InsideWindow {
    private InsideWindow() {}

    /** Does so for a button whose menu has lines. */
    public static <T extends MenuButton> T keep(T button) {
        button.setOnShown(e -> {
            if (!button.getItems().isEmpty()) {
                ContextMenu menu = button.getItems().getFirst().getParentPopup();
                settle(button, menu);
                // Its width is that of its lines only once they are laid out.
                Platform.runLater(() -> settle(button, menu));
            }
        });
        return button;
    }

    private static void settle(MenuButton button, ContextMenu menu) {
        Window window = button.getScene() == null ? null : button.getScene().getWindow();
        if (window != null && menu != null && menu.isShowing()) {
            double beyond = menu.getX() + menu.getWidth() - (window.getX() + window.getWidth());
            if (beyond > 0) {
                menu.setX(Math.max(window.getX(), menu.getX() - beyond));
            }
        }
    }
}
