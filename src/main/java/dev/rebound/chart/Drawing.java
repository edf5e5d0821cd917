package dev.rebound.chart;

import java.util.List;

/**
 * A finished drawing.
 *
 * @param title what it shows, for those who do not see it
 */
public record Drawing(double width, double height, String title, List<Mark> marks) {
    public Drawing {
        marks = List.copyOf(marks);
    }
}
