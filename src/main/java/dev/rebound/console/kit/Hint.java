package dev.rebound.console.kit;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** A tooltip that is made when the mouse comes by: a window of its own for each of a thousand cells costs too much. */
public final class Hint {
    private static final String KEY = "rebound.hint";

    private Hint() {}

    /** Says more about a node when it is pointed at; empty words say nothing. */
    public static void on(Node node, Supplier<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> tell(node, words));
    }

    /** The same for a node in which each place has words of its own. */
    public static void alongside(Node node, Supplier<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_MOVED, e -> tell(node, words));
    }

    private static void tell(Node node, Supplier<String> words) {
        String told = words.get();
        Tooltip known = (Tooltip) node.getProperties().get(KEY);
        if (told.isEmpty()) {
            if (known != null) {
                Tooltip.uninstall(node, known);
                node.getProperties().remove(KEY);
            }
        } else if (known == null) {
            Tooltip made = new Tooltip(told);
            node.getProperties().put(KEY, made);
            Tooltip.install(node, made);
        } else {
            known.setText(told);
        }
    }
}
