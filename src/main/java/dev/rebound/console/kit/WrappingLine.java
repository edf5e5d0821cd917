package dev.rebound.console.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A line of parts one beside the other, as in an {@link HBox}: those that {@linkplain HBox#setHgrow grow} take what is left. Where
 * the text is large or the window small, what has no room goes on in a next line instead of off the window.
 */
public class WrappingLine extends Pane {
    private static final double BETWEEN_LINES = 4;

    private final double gap;
    private boolean atTop;

    /** A line with so much room between its parts. */
    public WrappingLine(double gap, Node... parts) {
        super(parts);
        this.gap = gap;
    }

    /** The parts of a line begin at the same height, instead of having the same middle. */
    public WrappingLine atTop() {
        atTop = true;
        return this;
    }

    /** Takes what is left of a line, so that what follows stands at its end. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private record Line(List<Node> parts, double wide) {}

    private List<Line> lines(double room) {
        List<Line> lines = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        double wide = 0;
        for (Node part : getManagedChildren()) {
            double more = wish(part, room);
            if (!parts.isEmpty() && wide + gap + more > room + 0.5) {
                lines.add(new Line(parts, wide));
                parts = new ArrayList<>();
                wide = 0;
            }
            wide += (parts.isEmpty() ? 0 : gap) + more;
            parts.add(part);
        }
        if (!parts.isEmpty()) {
            lines.add(new Line(parts, wide));
        }
        return lines;
    }

    /** The width that a part needs: one that grows can do with its least, none gets more than there is. */
    private static double wish(Node part, double room) {
        double least = part.minWidth(-1);
        return Math.ceil(grows(part) ? least : Math.max(least, Math.min(room, part.prefWidth(-1))));
    }

    private static boolean grows(Node part) {
        return HBox.getHgrow(part) == Priority.ALWAYS;
    }

    private double wide(Node part, Line line, double room) {
        long growing = line.parts().stream().filter(WrappingLine::grows).count();
        double more = grows(part) ? Math.floor(Math.max(0, room - line.wide()) / growing) : 0;
        double limit = part.maxWidth(-1);
        double least = wish(part, room);
        double wish = least + more;
        return Math.min(
                room,
                limit > 0 && !(part instanceof Region r && r.getMaxWidth() == USE_COMPUTED_SIZE)
                        ? Math.min(wish, Math.max(limit, least))
                        : wish);
    }

    private double tall(Line line, double room) {
        return line.parts().stream()
                .mapToDouble(p -> p.prefHeight(wide(p, line, room)))
                .max()
                .orElse(0);
    }

    private double room(double width) {
        return width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset()
                + getManagedChildren().stream()
                        .mapToDouble(p -> Math.ceil(p.minWidth(-1)))
                        .max()
                        .orElse(0)
                + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double wide = getManagedChildren().stream()
                .mapToDouble(p -> Math.ceil(Math.max(p.minWidth(-1), p.prefWidth(-1))) + gap)
                .sum();
        return snappedLeftInset() + Math.max(0, wide - gap) + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Line> lines = lines(room(width));
        double room = width < 0 ? computePrefWidth(-1) : room(width);
        double tall = lines.stream().mapToDouble(l -> tall(l, room)).sum();
        return snappedTopInset() + tall + BETWEEN_LINES * Math.max(0, lines.size() - 1) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        double y = snappedTopInset();
        for (Line line : lines(room)) {
            double tall = tall(line, room);
            double x = snappedLeftInset();
            for (Node part : line.parts()) {
                double wide = wide(part, line, room);
                double high = Math.min(tall, part.prefHeight(wide));
                double above = atTop ? 0 : (tall - high) / 2;
                part.resizeRelocate(snapPositionX(x), snapPositionY(y + above), wide, high);
                x += wide + gap;
            }
            y += tall + BETWEEN_LINES;
        }
    }
}
