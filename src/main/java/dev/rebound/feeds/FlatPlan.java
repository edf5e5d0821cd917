package dev.rebound.feeds;

import dev.rebound.domain.EventText;
import java.util.List;
import java.util.Map;

/**
 * How a feed reads records without nesting, as far as that needs no look at each: large files are then read without an
 * object a field. Everything else of an event follows from the {@code deciding} values (and from which fields are there)
 * and is learned from the feed itself, at the first record that has the same ones; a record that turns out otherwise than
 * the plan says is left to the feed.
 *
 * @param time the field of the time
 * @param address the field of the address
 * @param id the field that becomes the event's id as it stands
 * @param deciding fields of few values on which kind, source, codes and fixed texts depend
 * @param longest of some fields the longest value that decides nothing; a record with a longer one is left to the feed
 * @param copied texts that are the first of some fields that is not blank, trimmed
 */
public record FlatPlan(
        String time,
        String address,
        String id,
        List<String> deciding,
        Map<String, Integer> longest,
        Map<EventText, List<String>> copied) {
    public FlatPlan {
        deciding = List.copyOf(deciding);
        longest = Map.copyOf(longest);
        copied = Map.copyOf(copied);
    }
}
