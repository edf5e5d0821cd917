package dev.rebound.console.kit;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** What changes something: where the store can only be read it cannot be pressed, and says why before any question. */
public final class Changing {
    private Changing() {}

    /** The button where anything can be changed; else the same, out of reach. */
    public static Node button(Desk desk, Node button) {
        if (desk.session().isWritable()) {
            return button;
        }
        StackPane outOfReach = new StackPane(button);
        outOfReach.setDisable(true);
        // What is out of reach shows no tooltip of its own.
        StackPane told = new StackPane(outOfReach);
        Tooltip.install(told, new Tooltip(desk.text("shell.readonly")));
        return told;
    }

    /** The same for a line of a menu. */
    public static MenuItem item(Desk desk, MenuItem item) {
        item.setDisable(!desk.session().isWritable());
        return item;
    }
}
