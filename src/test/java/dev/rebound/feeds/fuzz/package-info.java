/**
 * Damaged files by the thousand: every fixture of every feed and every container around it, changed at random from a seed,
 * must be read to the end with each record accepted or rejected, or be refused with a sentence.
 *
 * <p>A short run is a test; the long one is {@code mvn -q test-compile exec:exec@fuzz-feeds}, which keeps what it finds in
 * {@code target/fuzz}.
 *
 * <p>Start with {@link dev.rebound.feeds.fuzz.FeedFuzzing}.
 */
@NullMarked
package dev.rebound.feeds.fuzz;

import org.jspecify.annotations.NullMarked;
