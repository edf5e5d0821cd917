package dev.rebound.console.shell;

import dev.rebound.console.kit.AfterLayout;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where the toasts float: at the lower edge, and above the row or button where the keys stand when that lies there. */
final class ToastPlace {
    private static final double GAP_PIXELS = 6;
    /** What is higher than this share of the window is a pane: no toast can stand above it. */
    private static final double HIGHEST_SHARE = 0.3;

    private final Region window;
    private final Parent toasts;

    ToastPlace(Region window, Parent toasts) {
        this.window = window;
        this.toasts = toasts;
    }

    /** Looks, after the next layout, whether the toasts lie over the place of the keys, and moves them. */
    void look() {
        if (!toasts.getChildrenUnmodifiable().isEmpty()) {
            AfterLayout.run(this::move);
        }
    }

    private void move() {
        Node keys = window.getScene() == null ? null : window.getScene().getFocusOwner();
        if (keys == null || isToast(keys)) {
            return;
        }
        Bounds told = atRest();
        Bounds at = window.sceneToLocal(place(keys));
        double up = told != null && at.getHeight() < window.getHeight() * HIGHEST_SHARE && told.intersects(at)
                ? told.getMaxY() + GAP_PIXELS - at.getMinY()
                : 0;
        toasts.setTranslateY(-up);
    }

    private boolean isToast(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(toasts)) {
                return true;
            }
        }
        return false;
    }

    /** What is to be seen of the toasts where they float usually; null where nothing is told. */
    private @Nullable Bounds atRest() {
        Bounds all = null;
        for (Node toast : toasts.getChildrenUnmodifiable()) {
            if (toast.isVisible()) {
                Bounds one = toast.localToParent(toast.getLayoutBounds());
                double x = toasts.getLayoutX() + one.getMinX();
                double y = toasts.getLayoutY() + one.getMinY();
                Bounds here = new BoundingBox(x, y, one.getWidth(), one.getHeight());
                all = all == null ? here : union(all, here);
            }
        }
        return all;
    }

    private static Bounds union(Bounds a, Bounds b) {
        double x = Math.min(a.getMinX(), b.getMinX());
        double y = Math.min(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    /** In a list the keys stand on one row. */
    private static Bounds place(Node owner) {
        return owner.lookupAll(".indexed-cell").stream()
                .filter(n ->
                        n instanceof IndexedCell<?> cell && cell.isFocused() && cell.isVisible() && !cell.isEmpty())
                .findFirst()
                .map(n -> n.localToScene(n.getLayoutBounds()))
                .orElseGet(() -> owner.localToScene(owner.getLayoutBounds()));
    }
}
