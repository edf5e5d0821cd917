package dev.rebound.console.shell;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.LongText;
import dev.rebound.console.kit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a person is: each part leads back to itself, the last one is the narrowing of now. Where there is no room for all, parts
 * in the middle are folded into one sign; none is cut but a last one that alone is wider than the window.
 */
final class Crumbs extends Pane {
    private static final double GAP = 2;

    private final Desk desk;
    private final List<Labeled> parts = new ArrayList<>();
    private final List<Node> arrows = new ArrayList<>();
    private final Label folded = new Label("…");
    private final Tooltip between = new Tooltip();

    Crumbs(Desk desk) {
        this.desk = desk;
        setId("crumbs");
        setMinWidth(0);
        getStyleClass().add("crumbs");
        folded.setTooltip(between);
    }

    /** Shows the way to a place, from the view the person came from. */
    void show(Place place, Optional<Place> origin) {
        parts.clear();
        arrows.clear();
        List<Crumb> way = Crumb.to(place, origin, desk);
        for (int i = 0; i < way.size(); i++) {
            Crumb crumb = way.get(i);
            if (i > 0) {
                arrows.add(new FontIcon("mdi2c-chevron-right"));
            }
            parts.add(i == way.size() - 1 ? here(crumb) : link(crumb));
        }
        getChildren().setAll(parts);
        getChildren().addAll(arrows);
        if (way.size() > 2) {
            folded.setVisible(false);
            getChildren().add(folded);
        }
    }

    private static Label here(Crumb crumb) {
        Label here = LongText.of(new Label(crumb.name()));
        here.setTooltip(new Tooltip(crumb.name()));
        here.getStyleClass().add("crumb-here");
        return here;
    }

    private Hyperlink link(Crumb crumb) {
        Hyperlink link = new Hyperlink(crumb.name());
        link.setTooltip(new Tooltip(crumb.name()));
        link.setOnAction(e -> desk.navigator().go(crumb.place()));
        return link;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset()
                + parts.stream().mapToDouble(p -> p.prefHeight(-1)).max().orElse(0)
                + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + width(0) + snappedRightInset();
    }

    /** How wide the way is when so many parts after the first are folded. */
    private double width(int hidden) {
        double width = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (!isHidden(i, hidden)) {
                width += wide(parts.get(i)) + (i == 0 ? 0 : wide(arrows.get(i - 1)) + GAP);
            }
        }
        return hidden == 0 ? width : width + wide(folded) + wide(arrows.getFirst()) + GAP;
    }

    private static boolean isHidden(int part, int hidden) {
        return part > 0 && part <= hidden;
    }

    private static double wide(Node node) {
        return Math.ceil(node.prefWidth(-1)) + GAP;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int hidden = 0;
        while (hidden < parts.size() - 2 && width(hidden) > room) {
            hidden++;
        }
        between.setText(desk.text("shell.crumb.between", hidden));
        folded.setVisible(hidden > 0);
        double x = snappedLeftInset();
        for (int i = 0; i < parts.size(); i++) {
            boolean gone = isHidden(i, hidden);
            parts.get(i).setVisible(!gone);
            if (i > 0) {
                arrows.get(i - 1).setVisible(!gone || i == 1);
                if (arrows.get(i - 1).isVisible()) {
                    x = place(arrows.get(i - 1), x);
                }
            }
            if (i == 1 && hidden > 0) {
                x = place(folded, x);
            }
            if (!gone) {
                x = place(parts.get(i), x);
            }
        }
    }

    private double place(Node node, double x) {
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double width = Math.min(Math.ceil(node.prefWidth(-1)), Math.max(0, getWidth() - snappedRightInset() - x));
        double tall = Math.min(height, node.prefHeight(-1));
        node.resizeRelocate(x, snappedTopInset() + (height - tall) / 2, width, tall);
        return x + width + GAP;
    }
}
