package dev.rebound.session;

import java.time.Instant;

/**
 * What removing old messages would do.
 *
 * @param cutoff messages whose last event is older than this would go
 * @param messages how many messages
 * @param events how many events
 * @param kept messages as old that would stay, since they say which addresses are invalid
 * @param pinned messages as old that would stay, since a case without an answer has pinned them
 */
public record RetentionPreview(Instant cutoff, long messages, long events, long kept, long pinned) {}
