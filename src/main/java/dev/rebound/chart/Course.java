package dev.rebound.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shares of a whole over the hours since a beginning: bands that stand one on another, and lines beside them, faint where
 * they are of earlier ones.
 *
 * @param hours how far the axis goes
 * @param bands from the bottom up; may be none
 * @param lines over the bands
 * @param hourWords the words at an hour of the axis
 * @param percentWords the words at a per cent of the axis
 * @param lowest the per cent at which the axis begins
 * @param cutAxis what is said of an axis that does not begin at nought; {@code {0}} is where it begins
 */
public record Course(
        String title,
        int hours,
        List<Band> bands,
        List<Band> lines,
        IntFunction<String> hourWords,
        IntFunction<String> percentWords,
        double lowest,
        String cutAxis)
        implements Chart {
    private static final double LEFT = 58;
    private static final double TOP = 12;

    /**
     * Shares from 0 to 1 after 0, 1, 2 … hours; beyond the last they stay.
     *
     * @param faint drawn as something earlier
     */
    public record Band(
            String name,
            List<Double> shares,
            Ink ink,
            boolean faint,
            @Nullable Spot spot) {
        public Band {
            shares = List.copyOf(shares);
        }

        double at(int hour) {
            return shares.isEmpty() ? 0 : shares.get(Math.min(hour, shares.size() - 1));
        }
    }

    public Course {
        bands = List.copyOf(bands);
        lines = List.copyOf(lines);
    }

    @Override
    public Drawing draw(double width, double height) {
        double wide = Math.max(width, 420);
        List<String> words = new ArrayList<>();
        List<Ink> inks = new ArrayList<>();
        List<Band> all = new ArrayList<>(bands);
        lines.stream().filter(l -> !l.faint()).forEach(all::add);
        all.forEach(b -> {
            words.add(b.name());
            inks.add(b.ink());
        });
        double said = lowest > 0 ? 18 : 0;
        double foot = 44 + said + 18 * (Sketch.legendRows(wide - LEFT, words) - 1);
        double high = Math.max(height, 100 + foot);
        double right = wide - (lines.isEmpty() ? 16 : Math.min(190, 24 + longestName()));
        Sketch sketch = new Sketch();
        Scale x = new Scale(0, hours, LEFT, right);
        Scale y = new Scale(lowest, 100, high - foot, TOP);
        for (double tick : y.ticks((int) Math.clamp((high - foot) / 34, 2, 8))) {
            sketch.line(LEFT, y.at(tick), right, y.at(tick), Ink.GRID);
            sketch.small(
                    LEFT - 8, y.at(tick) + 4, percentWords.apply((int) Math.round(tick)), Mark.Anchor.END, Ink.MUTED);
        }
        bands(sketch, x, y);
        for (double tick : x.ticks(8)) {
            if (tick == Math.rint(tick)) {
                sketch.line(x.at(tick), high - foot, x.at(tick), high - foot + 4, Ink.MUTED);
                sketch.small(
                        x.at(tick),
                        high - foot + 17,
                        hourWords.apply((int) tick),
                        tick == 0 ? Mark.Anchor.START : Mark.Anchor.MIDDLE,
                        Ink.MUTED);
            }
        }
        lines(sketch, x, y, right);
        sketch.legend(LEFT, high - foot + 36, wide - LEFT, inks, words);
        if (said > 0) {
            String begins = cutAxis.replace("{0}", percentWords.apply((int) Math.round(lowest)));
            sketch.small(LEFT, high - 6, begins, Mark.Anchor.START, Ink.MUTED);
        }
        return sketch.finished(wide, high, title);
    }

    private double longestName() {
        return lines.stream().mapToDouble(l -> Sketch.width(l.name())).max().orElse(0);
    }

    private void bands(Sketch sketch, Scale x, Scale y) {
        double[] floor = new double[hours + 1];
        for (Band band : bands) {
            List<Point> outline = new ArrayList<>();
            List<Point> back = new ArrayList<>();
            for (int h = 0; h <= hours; h++) {
                double low = Math.max(lowest, floor[h] * 100);
                floor[h] += band.at(h);
                outline.add(new Point(x.at(h), y.at(Math.max(lowest, floor[h] * 100))));
                back.addFirst(new Point(x.at(h), y.at(low)));
            }
            outline.addAll(back);
            sketch.area(outline, band.ink(), band.spot());
        }
    }

    /** The lines, named at their ends; names that would stand on each other make way downwards. */
    private void lines(Sketch sketch, Scale x, Scale y, double right) {
        record End(Band line, double at) {}
        List<End> ends = new ArrayList<>();
        for (Band line : lines) {
            List<Point> points = new ArrayList<>();
            for (int h = 0; h <= hours; h++) {
                points.add(new Point(x.at(h), y.at(Math.max(lowest, line.at(h) * 100))));
            }
            sketch.curve(points, line.ink(), line.faint() ? 1.3 : 2.6, line.faint());
            if (line.spot() != null) {
                Point last = points.getLast();
                sketch.dot(last.x(), last.y(), line.faint() ? 3 : 4.5, line.ink(), line.spot());
            }
            ends.add(new End(line, points.getLast().y()));
        }
        ends.sort(java.util.Comparator.comparingDouble(End::at));
        double free = Double.NEGATIVE_INFINITY;
        for (End end : ends) {
            double base = Math.max(end.at() + 4, free);
            sketch.small(
                    right + 9,
                    base,
                    Sketch.fitted(end.line().name(), 172),
                    Mark.Anchor.START,
                    end.line().faint() ? Ink.MUTED : Ink.TEXT);
            free = base + 14;
        }
    }
}
