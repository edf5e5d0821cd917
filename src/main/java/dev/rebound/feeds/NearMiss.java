package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A feed that a record nearly is of.
 *
 * @param feed the feed's name
 * @param present how many of the fields it is told by are there
 * @param missing those that are not
 * @param beyond fields that no file of the feed has
 */
public record NearMiss(String feed, int present, List<String> missing, List<String> beyond) {
    private static final int MOST_NAMED = 12;

    /** Keeps its own lists. */
    public NearMiss {
        missing = List.copyOf(missing);
        beyond = List.copyOf(beyond);
    }

    /** A feed that only lacks something. */
    public NearMiss(String feed, int present, List<String> missing) {
        this(feed, present, missing, List.of());
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

    /** The same with fields that the record has and no file of the feed. */
    public NearMiss with(List<String> others) {
        return new NearMiss(feed, present, missing, others);
    }

    /** Whether it is near enough to be worth telling. */
    public boolean isTelling() {
        return present >= 2 && share() > 0.5 && !(missing.isEmpty() && beyond.isEmpty());
    }

    /** What keeps the record from being of the feed, as a sentence. */
    public String sentence() {
        return "It comes nearest to " + feed + ", which "
                + (missing.isEmpty() ? "does not have " + some(beyond) + "." : "also has " + some(missing) + ".");
    }

    /** A damaged header can have thousands of columns. */
    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMED).map(RecordReading::shown).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? ", …" : "");
    }

    /** The part of the fields that is there, 0 to 1. */
    public double share() {
        int all = present + missing.size();
        return all == 0 ? 0 : (double) present / all;
    }
}
