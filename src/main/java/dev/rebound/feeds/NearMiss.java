package dev.rebound.feeds;

import java.util.List;

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

    /** The part of the fields that is there, 0 to 1. */
    public double share() {
        int all = present + missing.size();
        return all == 0 ? 0 : (double) present / all;
    }
}
