package dev.rebound.insight;

/** A file that was imported, as far as the meaning needs it. */
public record SourceFile(long importId, String name, String feedName, long duplicates) {}
