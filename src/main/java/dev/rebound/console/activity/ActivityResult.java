package dev.rebound.console.activity;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one filter.
 *
 * @param rows the messages that match
 * @param bars counts over time, one after the other without holes
 * @param way what helps when nothing matches; null when something does or nothing can help
 */
record ActivityResult(
        Picture picture,
        Filter filter,
        Bitmap rows,
        int total,
        List<Facet> facets,
        TimeStep step,
        List<Questions.Bin> bars,
        @Nullable WayOut way) {

    /** The values of one field among the rows that match everything else. */
    record Facet(Field field, List<Questions.FacetValue> values) {}

    /** The chip whose removal helps most, and how many messages there are without it. */
    record WayOut(Filter chip, int count) {}
}
