package dev.rebound.insight.compare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure that somebody claims.
 *
 * @param claimant who says so, e.g. {@code Braze}; empty when typed by hand
 * @param day of the dashboard's calendar; null for the whole campaign
 */
public record Claim(
        String claimant, Figure figure, @Nullable LocalDate day, long value) {}
