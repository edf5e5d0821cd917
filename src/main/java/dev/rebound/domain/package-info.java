/**
 * What the words of Rebound mean: events, final states, reasons, addresses, verdicts.
 *
 * <p>Everything here is a value. No file, no database, no window, no provider's name. All other packages know this
 * one and it knows none of them, so a word defined here means the same in the log, in the command line and in an
 * evidence pack.
 *
 * <p>Start with {@link dev.rebound.domain.RawEvent} (what a feed says), {@link dev.rebound.domain.Verdict} (what the
 * reply means) and {@link dev.rebound.domain.MessageState} (what became of a message).
 *
 * <p>Times are {@link java.time.Instant}; a missing fact is {@code null} and marked so, never an empty string.
 */
@NullMarked
package dev.rebound.domain;

import org.jspecify.annotations.NullMarked;
