package dev.rebound.chart;

/** Something that can be drawn at any size. Immutable. */
@FunctionalInterface
public interface Chart {
    /** Draws it so large; sides that are too short for its words are made longer. */
    Drawing draw(double width, double height);
}
