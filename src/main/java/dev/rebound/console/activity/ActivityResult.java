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
 * @param nothing what helps when nothing matches; null when something does
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
        @Nullable Nothing nothing) {

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
     * @param way the part of the filter that is in the way; null where none alone is
     * @param time a part about a time in which there is no data at all; null where there is none
     * @param address an address that no event names; empty where there is none
     * @param similar known addresses that it may have been meant for
     */
    record Nothing(@Nullable WayOut way, Filter.@Nullable Term time, String address, List<String> similar) {}

    /**
     * A part of the filter in the way.
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
