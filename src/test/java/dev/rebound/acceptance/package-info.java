/**
 * The product's acceptance scripts on the sample data: real files, a real store, the real program, a fixed clock.
 *
 * <p>Start with {@link dev.rebound.acceptance.SampleTruthTest}; the planted numbers are in {@code dev.rebound.sample}.
 */
@NullMarked
package dev.rebound.acceptance;

import org.jspecify.annotations.NullMarked;
