package dev.rebound.domain;

/**
 * The source's own words for one record, kept as found. Several events may share one record (a bounce notification
 * with three recipients).
 *
 * @param text the record as text, exactly as read (Avro records as one line of JSON)
 * @param line 1-based line of the record's start in its file; the record's number where the format has no lines
 * @param part the place inside a container, e.g. a zip entry's path; empty when the file itself holds the record
 */
public record RawRecord(String text, long line, String part) {}
