package dev.rebound.feeds;

import java.util.List;

/**
 * What one part turned out to be; the counts are those of {@link FileReading}.
 *
 * @param feed the feed that knows it
 * @param notes what a reader of the report should know, a sentence each
 * @param recognition why it was read so
 */
public record PartReading(
        FeedInfo feed, long records, long silent, boolean zoneAssumed, List<String> notes, Recognition recognition) {
    /** Keeps its own list. */
    public PartReading {
        notes = List.copyOf(notes);
    }

    /** A part that its form told. */
    public PartReading(FeedInfo feed, long records, long silent, boolean zoneAssumed, List<String> notes) {
        this(feed, records, silent, zoneAssumed, notes, Recognition.ofForm(feed, false));
    }

    /** The same where a person chose the feed. */
    PartReading chosen() {
        return new PartReading(feed, records, silent, zoneAssumed, notes, Recognition.ofForm(feed, true));
    }
}
