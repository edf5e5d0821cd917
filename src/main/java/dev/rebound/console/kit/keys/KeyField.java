package dev.rebound.console.kit.keys;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A field that takes the keys themselves. Tab and Escape still leave it; the window's own keys do nothing while it listens. */
public final class KeyField extends TextField {
    /** A field that hands on each press of whole keys. */
    public KeyField(Consumer<KeyCombination> taken) {
        setEditable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean leaves = (e.getCode() == KeyCode.TAB || e.getCode() == KeyCode.ESCAPE)
                    && !e.isShortcutDown()
                    && !e.isAltDown();
            if (!leaves) {
                KeyMap.pressed(e).ifPresent(taken);
                e.consume();
            }
        });
    }
}
