package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A feed that a record nearly is of.
 *
 * @param feed the feed's name
 * @param present how many of the fields it is told by are there
 * @param missing those that are not
 */
public record NearMiss(String feed, int present, List<String> missing) {
    /** Keeps its own list. */
    public NearMiss {
        missing = List.copyOf(missing);
    }

    /**
     * How near a record comes to the fields that a feed is told by.
     *
     * @param wanted names; several joined by {@code |} where one of them will do, and the first of them is said to be
     *     missing
     */
    public static Optional<NearMiss> by(FeedInfo feed, JsonNode record, String... wanted) {
        List<String> missing = Arrays.stream(wanted)
                .filter(names -> Arrays.stream(names.split("\\|", -1)).noneMatch(record::has))
                .map(names -> names.split("\\|", 2)[0])
                .toList();
        return Optional.of(new NearMiss(feed.name(), wanted.length - missing.size(), missing));
    }

    /** The first entry of a page's list; the record itself where it is no page. */
    public static JsonNode inPage(JsonNode record, String list) {
        JsonNode first = record.path(list).path(0);
        return first.isObject() ? first : record;
    }

    /** The part of the fields that is there, 0 to 1. */
    public double share() {
        int all = present + missing.size();
        return all == 0 ? 0 : (double) present / all;
    }
}
