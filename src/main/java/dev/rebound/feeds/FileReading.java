package dev.rebound.feeds;

/**
 * What a file turned out to be.
 *
 * @param feedId the feed's id; several, joined by a comma, for a container of several
 * @param feedName the feed's name for people, joined likewise
 * @param records records found, rejected ones included
 * @param zoneAssumed whether some time carried no zone
 */
public record FileReading(String feedId, String feedName, long records, boolean zoneAssumed) {}
