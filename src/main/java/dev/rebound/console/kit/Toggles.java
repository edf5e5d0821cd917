package dev.rebound.console.kit;

import javafx.event.ActionEvent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/** Buttons of which one is pressed. */
public final class Toggles {
    private Toggles() {}

    /**
     * Lets the arrow keys choose as a press does: in a group they move cursor and choice to the next button, and the
     * toolkit tells nobody.
     */
    public static <T extends ToggleButton> T byArrows(T button) {
        button.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            boolean arrow = e.getCode().isArrowKey() && !e.isShortcutDown() && !e.isAltDown();
            if (arrow && button.isSelected() && button.getOnAction() != null) {
                button.getOnAction().handle(new ActionEvent(button, button));
                e.consume();
            }
        });
        return button;
    }
}
