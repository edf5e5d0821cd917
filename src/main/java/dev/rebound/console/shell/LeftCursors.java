package dev.rebound.console.shell;

import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where the cursor stood in each view when it was left: who opened a number and comes back stands on that number. */
final class LeftCursors {
    private final Map<Node, Node> left = new WeakHashMap<>();

    /** Notes where the cursor stands in a view that is about to go. */
    void leave(Node view) {
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        if (owner != null && isInside(owner, view)) {
            left.put(view, owner);
        } else {
            left.remove(view);
        }
    }

    /** Puts the cursor back; a part that was drawn anew is known by its name. Where there is none the view decides. */
    void back(Node view, Runnable usual) {
        Node was = left.get(view);
        Node now =
                was == null || isInside(was, view) ? was : was.getId() == null ? null : view.lookup("#" + was.getId());
        if (now == null || !now.isFocusTraversable() || now.isDisabled()) {
            usual.run();
        } else {
            now.requestFocus();
        }
    }

    private static boolean isInside(@Nullable Node node, Node view) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(view)) {
                return true;
            }
        }
        return false;
    }
}
