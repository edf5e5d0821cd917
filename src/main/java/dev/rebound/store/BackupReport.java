package dev.rebound.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that was written and read back.
 *
 * @param file where it lies
 * @param at when it was made
 * @param bytes its size
 * @param sha256 of the store's file in it
 * @param format the format of the store in it
 */
public record BackupReport(Path file, Instant at, long bytes, String sha256, int format) {}
