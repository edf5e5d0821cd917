package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A feed that a record nearly is of.
 *
 * @param feed the feed's name
 * @param found the fields it is told by that are there
 * @param missing those that are not
 * @param beyond fields that no file of the feed has
 */
public record NearMiss(String feed, List<String> found, List<String> missing, List<String> beyond) {
    private static final int MOST_NAMED = 12;

    /** Keeps its own lists. */
    public NearMiss {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        beyond = List.copyOf(beyond);
    }

    /** A feed that only lacks something. */
    public NearMiss(String feed, List<String> found, List<String> missing) {
        this(feed, found, missing, List.of());
    }

    /**
     * How near a record comes to the fields that a feed is told by.
     *
     * @param wanted names; several joined by {@code |} where one of them will do, and the first of them is said to be
     *     missing
     */
    public static Optional<NearMiss> by(FeedInfo feed, JsonNode record, String... wanted) {
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String names : wanted) {
            List<String> either = List.of(names.split("\\|", -1));
            either.stream()
                    .filter(record::has)
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> missing.add(either.getFirst()));
        }
        return Optional.of(new NearMiss(feed.name(), found, missing));
    }

    /** The first entry of a page's list; the record itself where it is no page. */
    public static JsonNode inPage(JsonNode record, String list) {
        JsonNode first = record.path(list).path(0);
        return first.isObject() ? first : record;
    }

    /** The same with fields that the record has and no file of the feed. */
    public NearMiss with(List<String> others) {
        return new NearMiss(feed, found, missing, others);
    }

    /** Whether it is near enough to be worth telling. */
    public boolean isTelling() {
        return present() >= 2 && share() > 0.5 && !(missing.isEmpty() && beyond.isEmpty());
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
        int all = present() + missing.size();
        return all == 0 ? 0 : (double) present() / all;
    }

    /** How many of the fields it is told by are there. */
    public int present() {
        return found.size();
    }
}
