/**
 * Where a person begins: one sentence and two buttons on the first day, afterwards the usual questions and what data
 * there is.
 *
 * <p>Must not know other views; it goes there through the navigator. Start with {@link
 * dev.rebound.console.start.StartView}.
 */
@NullMarked
package dev.rebound.console.start;

import org.jspecify.annotations.NullMarked;
