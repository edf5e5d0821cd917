package dev.rebound.feeds;

import java.util.List;

/**
 * What one part turned out to be; the counts are those of {@link FileReading}.
 *
 * @param feed the feed that knows it
 * @param notes what a reader of the report should know, a sentence each
 */
public record PartReading(FeedInfo feed, long records, long silent, boolean zoneAssumed, List<String> notes) {
    /** Keeps its own list. */
    public PartReading {
        notes = List.copyOf(notes);
    }

    /** A part without notes. */
    public PartReading(FeedInfo feed, long records, long silent, boolean zoneAssumed) {
        this(feed, records, silent, zoneAssumed, List.of());
    }
}
