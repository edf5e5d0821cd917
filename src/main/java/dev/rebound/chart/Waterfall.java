package dev.rebound.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * From the sends down to the deliveries, one step a state. The axis begins near the deliveries, and says so, because a gap
 * of one per cent would be invisible on an axis from nought.
 *
 * @param sends the first pillar
 * @param steps what is taken away, in the order of the drawing
 * @param deliveries the last pillar
 * @param cutAxis what is said of an axis that does not begin at nought; {@code {0}} is where it begins
 * @param numbers writes a count in the person's language
 */
public record Waterfall(
        String title, Step sends, List<Step> steps, Step deliveries, String cutAxis, LongFunction<String> numbers)
        implements Chart {
    private static final double LEFT = 64;
    private static final double TOP = 34;
    private static final double NAMES = 46;

    /** A pillar or a step. */
    public record Step(String name, long count, Ink ink, Spot spot) {}

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** The count at which the axis begins: below the deliveries by a tenth of the gap, so that their pillar is seen. */
    long base() {
        long gap = sends.count() - deliveries.count();
        return deliveries.count() <= gap ? 0 : Math.max(0, deliveries.count() - Math.max(1, Math.round(gap * 0.12)));
    }

    @Override
    public Drawing draw(double width, double height) {
        double wide = Math.max(width, LEFT + (steps.size() + 2) * 56);
        double high = Math.max(height, 220);
        Sketch sketch = new Sketch();
        Scale y = new Scale(base(), Math.max(sends.count(), base() + 1), high - NAMES, TOP);
        for (double tick : y.counts((int) (high / 60))) {
            sketch.line(LEFT, y.at(tick), wide - 8, y.at(tick), Ink.GRID);
            sketch.small(LEFT - 8, y.at(tick) + 4, numbers.apply(Math.round(tick)), Mark.Anchor.END, Ink.MUTED);
        }
        double room = (wide - LEFT - 8) / (steps.size() + 2);
        List<Step> all = new ArrayList<>();
        all.add(sends);
        all.addAll(steps);
        all.add(deliveries);
        long level = sends.count();
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            boolean pillar = i == 0 || i == all.size() - 1;
            double x = LEFT + i * room + room * 0.14;
            double bar = room * 0.72;
            long upper = pillar ? step.count() : level;
            long lower = pillar ? base() : level - step.count();
            double top = y.at(upper);
            double bottom = y.at(Math.max(lower, base()));
            double tall = step.count() == 0 ? 0 : Math.max(1.5, bottom - top);
            if (!pillar) {
                level = lower;
            }
            if (i < all.size() - 1) {
                sketch.dashes(x, y.at(level), x + room, y.at(level), Ink.EARLIER);
            }
            sketch.box(x, top, bar, tall, step.ink(), step.spot());
            sketch.bold(x + bar / 2, top - 5, sign(pillar, step.count()), Mark.Anchor.MIDDLE, Ink.TEXT);
            double line = high - NAMES + 15;
            for (String words : Sketch.wrapped(step.name(), room - 2, 2)) {
                sketch.small(x + bar / 2, line, words, Mark.Anchor.MIDDLE, Ink.MUTED);
                line += 13;
            }
        }
        if (base() > 0) {
            String words = cutAxis.replace("{0}", numbers.apply(base()));
            sketch.small(LEFT, 12, words, Mark.Anchor.START, Ink.MUTED);
        }
        return sketch.finished(wide, high, title);
    }

    private String sign(boolean pillar, long count) {
        return (pillar || count == 0 ? "" : "−") + numbers.apply(count);
    }
}
