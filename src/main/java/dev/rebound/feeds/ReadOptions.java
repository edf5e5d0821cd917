package dev.rebound.feeds;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read.
 *
 * @param zoneForTimesWithoutZone the zone of times that carry none
 * @param feedId the feed the operator chose; null lets the content decide
 */
public record ReadOptions(
        ZoneId zoneForTimesWithoutZone, @Nullable String feedId) {}
