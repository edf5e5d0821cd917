package dev.rebound.feeds;

import java.util.List;

/**
 * What a file turned out to be.
 *
 * @param feedId the feed's id; several, joined by a comma, for a container of several
 * @param feedName the feed's name for people, joined likewise
 * @param records things found: events, statuses, settings and rejected records, and records without any of these
 * @param silent records without any of these, e.g. a person without an address; part of {@code records}
 * @param zoneAssumed whether some time carried no zone
 * @param notes what a reader of the report should know, a sentence each
 * @param recognitions why it was read so, by feed, from its first part of each
 */
public record FileReading(
        String feedId,
        String feedName,
        long records,
        long silent,
        boolean zoneAssumed,
        List<String> notes,
        List<Recognition> recognitions) {
    /** Keeps its own lists. */
    public FileReading {
        recognitions = List.copyOf(recognitions);
        notes = List.copyOf(notes);
    }
}
