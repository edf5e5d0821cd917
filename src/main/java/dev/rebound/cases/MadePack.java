package dev.rebound.cases;

import java.time.Instant;

/**
 * A pack of evidence that was made for a case.
 *
 * @param file the name of the file, without its folder
 * @param sha256 of the whole file, in hexadecimal
 */
public record MadePack(String file, String sha256, String audience, Instant made) {}
