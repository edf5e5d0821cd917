package dev.rebound.feeds;

/**
 * What one part turned out to be; the counts are those of {@link FileReading}.
 *
 * @param feed the feed that knows it
 */
public record PartReading(FeedInfo feed, long records, long silent, boolean zoneAssumed) {}
