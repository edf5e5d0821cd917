package dev.rebound.chart;

import java.util.ArrayList;
import java.util.List;

/** A linear axis with round ticks. */
record Scale(double from, double to, double start, double end) {
    Scale {
        if (to <= from) {
            to = from + 1;
        }
    }

    /** Where a value stands. */
    double at(double value) {
        return start + (end - start) * (value - from) / (to - from);
    }

    /** Where a count stands. */
    double at(long count) {
        return at((double) count);
    }

    /** Round values from one end to the other, at most about so many. */
    List<Double> ticks(int most) {
        return ticks(step((to - from) / Math.max(1, most)));
    }

    /** The same of an axis of counts: whole numbers, each once. */
    List<Double> counts(int most) {
        return ticks(Math.max(1, step((to - from) / Math.max(1, most))));
    }

    private List<Double> ticks(double step) {
        List<Double> ticks = new ArrayList<>();
        for (double v = Math.ceil(from / step) * step; v <= to + step / 1000; v += step) {
            ticks.add(v);
        }
        return ticks;
    }

    /** The next larger of 1, 2, 5, 10, 20, 50 … */
    private static double step(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(1e-9, least))));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * ten >= least) {
                return factor * ten;
            }
        }
        return 10 * ten;
    }
}
