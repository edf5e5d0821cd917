package dev.rebound.evidence;

import java.nio.file.Path;

/**
 * A pack that was written.
 *
 * @param sha256 of the ZIP file
 * @param rows messages it is about
 * @param bytes size of the ZIP file
 */
public record Packed(Path file, String sha256, int rows, long bytes) {}
