package dev.rebound.store;

import java.time.Instant;

/**
 * A removal of old messages.
 *
 * @param at when it was done
 * @param cutoff messages whose last event is older than this went
 * @param messages how many messages went
 * @param events how many events went with them
 * @param records how many raw records were emptied
 */
public record RetentionReport(Instant at, Instant cutoff, long messages, long events, long records) {}
