package dev.rebound.insight;

/**
 * A file that was imported, as far as the meaning needs it.
 *
 * @param name its name, with the folders before it that tell it from another of that name
 * @param path where it was, with its folders: some exports tell by them what they hold
 */
public record SourceFile(long importId, String name, String path, String feedName, long duplicates) {}
