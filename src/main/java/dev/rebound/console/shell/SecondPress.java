package dev.rebound.console.shell;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/**
 * The second press of a double-click whose first one brought another view or sheet: it was meant for what stood there before,
 * and is kept from what stands there now.
 */
final class SecondPress {
    private boolean changed;

    /** Keeps it from a part of the window. */
    void keptFrom(Node part) {
        part.addEventFilter(MouseEvent.MOUSE_PRESSED, this::see);
        part.addEventFilter(MouseEvent.MOUSE_RELEASED, this::see);
        part.addEventFilter(MouseEvent.MOUSE_CLICKED, this::see);
    }

    /** What stands under the pointer is another than before. */
    void changed() {
        changed = true;
    }

    private void see(MouseEvent e) {
        if (e.getClickCount() > 1 && changed) {
            e.consume();
        } else if (e.getClickCount() <= 1 && e.getEventType() == MouseEvent.MOUSE_PRESSED) {
            changed = false;
        }
    }
}
