package dev.rebound.console.activity;

import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.MessageKey;
import dev.rebound.insight.Picture;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one filter.
 *
 * @param events whether rows are events, not messages
 * @param rows the rows that match
 * @param bars counts over time, one after the other without holes
 * @param groups the rows by the values of one fact; empty when they are not grouped
 * @param way what helps when nothing matches; null when something does or nothing can help
 */
record ActivityResult(
        Picture picture,
        Filter filter,
        boolean events,
        Bitmap rows,
        int total,
        TimeStep step,
        List<Questions.Bin> bars,
        Grouping by,
        List<Group> groups,
        @Nullable WayOut way) {

    /** The values of one field among the rows that match everything else. */
    record Facet(Field field, List<Questions.FacetValue> values) {}

    /** The values beside the list, of the filter they were counted for. */
    record Facets(ActivityResult of, List<Facet> list) {}

    /**
     * Rows that share a value.
     *
     * @param states how many of them are in each state, by its code
     * @param narrowed the filter that accepts exactly them
     */
    record Group(String value, long count, List<Questions.FacetValue> states, Filter narrowed) {}

    /**
     * What helps when nothing matches.
     *
     * @param chip whose removal helps most
     * @param count how many there are without it
     */
    record WayOut(Filter chip, int count) {}

    /** Questions over these rows. */
    Questions questions() {
        return events ? picture.eventQuestions() : picture.questions();
    }

    /** One line. */
    LogRow row(int number) {
        return events ? LogRow.ofEvent(picture, number) : LogRow.ofMessage(picture, number);
    }

    /** The number of the row by which a message stands in this list; empty where it does not. */
    OptionalInt rowOf(MessageKey key) {
        OptionalInt message = picture.find(key);
        if (message.isEmpty()) {
            return message;
        }
        int row = events ? picture.messages().decidingEvent(message.getAsInt()) : message.getAsInt();
        return rows.get(row) ? OptionalInt.of(row) : OptionalInt.empty();
    }
}
