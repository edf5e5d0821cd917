package dev.rebound.store;

import java.time.Instant;

/**
 * An import that was kept.
 *
 * @param read records found; accepted events plus duplicates plus rejected records may differ from it where one record
 *     holds several events
 * @param added events stored
 * @param duplicates events that were already known and not stored again
 * @param rejected records that could not be read; kept with line and reason
 * @param ruleBook version of the rules that classified it
 */
public record ImportRun(
        long id,
        ImportSource source,
        String feedId,
        String feedName,
        Instant finishedAt,
        long read,
        long added,
        long duplicates,
        long rejected,
        String ruleBook) {}
