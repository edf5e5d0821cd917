package dev.rebound.console.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The parts of the window through which F6 leads: rail, bar, the parts of the view in the order of reading, status. */
final class Parts {
    private final List<Node> parts = new ArrayList<>();

    /** @param view the view that stands between bar and status */
    Parts(Node rail, Node find, Node view, Node status) {
        parts.add(rail);
        parts.add(find);
        take(view);
        parts.add(status);
        parts.removeIf(p -> first(p) == null);
    }

    private void take(@Nullable Node node) {
        switch (node) {
            case null -> {}
            case BorderPane border -> {
                for (Node side : new Node[] {
                    border.getTop(), border.getLeft(), border.getCenter(), border.getRight(), border.getBottom()
                }) {
                    take(side);
                }
            }
            case SplitPane split -> split.getItems().forEach(this::take);
            default -> parts.add(node);
        }
    }

    /** Puts the cursor into the part so many steps from the one that has it. */
    void step(int by, @Nullable Node focused) {
        int here = -1;
        for (int i = 0; i < parts.size(); i++) {
            for (Node at = focused; at != null; at = at.getParent()) {
                here = at.equals(parts.get(i)) ? i : here;
            }
        }
        if (!parts.isEmpty()) {
            Node next = first(parts.get(Math.floorMod((here < 0 && by < 0 ? 0 : here) + by, parts.size())));
            if (next != null) {
                next.requestFocus();
            }
        }
    }

    /** The first node in a part that can have the cursor; a list before the buttons around it. */
    private static @Nullable Node first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return null;
        }
        if (part.isFocusTraversable() && (part instanceof Control || !(part instanceof Parent))) {
            return part;
        }
        List<Node> inside = part instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
        List<Node> topFirst = part instanceof StackPane ? inside.reversed() : inside;
        for (Node child : topFirst) {
            Node found = first(child);
            if (found != null) {
                return found;
            }
        }
        return part.isFocusTraversable() ? part : null;
    }
}
