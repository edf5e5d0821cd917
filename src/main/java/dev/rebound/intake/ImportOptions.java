package dev.rebound.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How files are imported.
 *
 * @param zone the zone of times that carry none
 * @param feedId the feed the operator chose for all files; null lets the content decide
 * @param dryRun read and report, store nothing
 */
public record ImportOptions(ZoneId zone, @Nullable String feedId, boolean dryRun) {}
