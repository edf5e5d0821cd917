package dev.rebound.console.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A list in a sheet: as high as what is in it when its lines are broken, up to a height from which on it scrolls. The
 * cursor's own keys scroll it, and a part that the cursor comes to is brought into sight.
 */
public final class FollowingScroll extends ScrollPane {
    /** What is drawn around the part that the cursor is on. */
    private static final double RING = 4;

    private final Region rows;
    private final double width;
    private final double highest;

    /**
     * A list without a frame.
     *
     * @param width in which its lines are broken, in pixels
     * @param highest in pixels
     */
    public FollowingScroll(Region rows, double width, double highest) {
        super(rows);
        this.rows = rows;
        this.width = width;
        this.highest = highest;
        rows.setPadding(new Insets(0, 0, RING, 0));
        setFitToWidth(true);
        getStyleClass().add("plain-scroll");
        setFocusTraversable(true);
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((o, before, now) -> follow(now));
    }

    @Override
    protected double computePrefHeight(double any) {
        return Math.min(highest, Math.ceil(rows.prefHeight(width)) + 2);
    }

    private void follow(@Nullable Node now) {
        if (now == null || !isIn(now)) {
            return;
        }
        Bounds at = rows.sceneToLocal(now.localToScene(now.getLayoutBounds()));
        double seen = getViewportBounds().getHeight();
        double beyond = rows.getHeight() - seen;
        if (beyond <= 0) {
            return;
        }
        double top = getVvalue() * beyond;
        if (at.getMinY() - RING < top) {
            setVvalue(Math.max(0, (at.getMinY() - RING) / beyond));
        } else if (at.getMaxY() + RING > top + seen) {
            setVvalue(Math.min(1, (at.getMaxY() + RING - seen) / beyond));
        }
    }

    private boolean isIn(Node node) {
        Parent above = node.getParent();
        while (above != null && !above.equals(rows)) {
            above = above.getParent();
        }
        return above != null;
    }
}
