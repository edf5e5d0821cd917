package dev.rebound.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is drawn. Later marks stand over earlier ones. */
public sealed interface Mark {
    /** A filled rectangle. */
    record Box(
            double x,
            double y,
            double width,
            double height,
            Ink ink,
            @Nullable Spot spot) implements Mark {}

    /** A line through points. */
    record Line(List<Point> points, Ink ink, double width, boolean dashed) implements Mark {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A filled outline. */
    record Area(List<Point> points, Ink ink, @Nullable Spot spot) implements Mark {
        public Area {
            points = List.copyOf(points);
        }
    }

    /** A filled circle on a curve. */
    record Dot(
            double x,
            double y,
            double radius,
            Ink ink,
            @Nullable Spot spot) implements Mark {}

    /** Words; {@code y} is their base line. */
    record Text(double x, double y, String text, Anchor anchor, Ink ink, double size, boolean bold) implements Mark {}

    /** Where a text's {@code x} is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
