package dev.rebound.domain;

/**
 * A record that could not be read. The good records around it are kept.
 *
 * @param line 1-based line (or record number) in the file or part
 * @param part the place inside a container; empty when the file itself holds the record
 * @param reason one plain sentence: what is wrong and what to do
 * @param text the record's beginning as found, at most 4,096 characters
 */
public record Rejection(long line, String part, String reason, String text) {}
