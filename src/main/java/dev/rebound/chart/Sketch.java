package dev.rebound.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A drawing in the making. */
final class Sketch {
    static final double WORDS = 12;
    static final double SMALL = 11;
    /** How wide a letter is at most, on average, of the words' size. */
    private static final double LETTER = 0.58;

    private final List<Mark> marks = new ArrayList<>();

    void box(double x, double y, double width, double height, Ink ink, @Nullable Spot spot) {
        marks.add(new Mark.Box(x, y, width, height, ink, spot));
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        marks.add(new Mark.Line(List.of(new Point(x1, y1), new Point(x2, y2)), ink, 1, false));
    }

    void dashes(double x1, double y1, double x2, double y2, Ink ink) {
        marks.add(new Mark.Line(List.of(new Point(x1, y1), new Point(x2, y2)), ink, 1, true));
    }

    void curve(List<Point> points, Ink ink, double width, boolean dashed) {
        marks.add(new Mark.Line(points, ink, width, dashed));
    }

    void area(List<Point> points, Ink ink, @Nullable Spot spot) {
        marks.add(new Mark.Area(points, ink, spot));
    }

    void dot(double x, double y, double radius, Ink ink, @Nullable Spot spot) {
        marks.add(new Mark.Dot(x, y, radius, ink, spot));
    }

    void text(double x, double y, String text, Mark.Anchor anchor, Ink ink) {
        marks.add(new Mark.Text(x, y, text, anchor, ink, WORDS, false));
    }

    void bold(double x, double y, String text, Mark.Anchor anchor, Ink ink) {
        marks.add(new Mark.Text(x, y, text, anchor, ink, WORDS, true));
    }

    void small(double x, double y, String text, Mark.Anchor anchor, Ink ink) {
        marks.add(new Mark.Text(x, y, text, anchor, ink, SMALL, false));
    }

    /** The signs and words of some inks in a row from a point on; a row that is full goes on below. */
    void legend(double x, double y, double width, List<Ink> inks, List<String> names) {
        double at = x;
        double row = y;
        for (int i = 0; i < inks.size(); i++) {
            double need = 18 + width(names.get(i)) + 14;
            if (at > x && at + need > x + width) {
                at = x;
                row += 18;
            }
            box(at, row - 9, 10, 10, inks.get(i), null);
            small(at + 15, row, names.get(i), Mark.Anchor.START, Ink.MUTED);
            at += need;
        }
    }

    /** How many rows a legend takes. */
    static int legendRows(double width, List<String> names) {
        int rows = 1;
        double at = 0;
        for (String name : names) {
            double need = 18 + width(name) + 14;
            if (at > 0 && at + need > width) {
                at = 0;
                rows++;
            }
            at += need;
        }
        return rows;
    }

    /** About how wide words are. */
    static double width(String text) {
        return text.length() * WORDS * LETTER;
    }

    /** The words, shortened where there is no room for all of them. */
    static String fitted(String text, double width) {
        int most = (int) (width / (WORDS * LETTER));
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
    }

    /** The words in lines of so much room, at most so many. */
    static List<String> wrapped(String text, double width, int mostLines) {
        int most = Math.max(4, (int) (width / (SMALL * LETTER)));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(mostLines, lines.size())));
        if (lines.size() > mostLines) {
            kept.set(mostLines - 1, kept.getLast() + " …");
        }
        kept.replaceAll(l -> l.length() <= most + 1 ? l : l.substring(0, most) + "…");
        return kept;
    }

    Drawing finished(double width, double height, String title) {
        return new Drawing(width, height, title, marks);
    }
}
