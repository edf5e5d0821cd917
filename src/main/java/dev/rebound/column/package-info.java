/**
 * The shape in which events are kept: texts with codes, and columns of primitives.
 *
 * <p>The store writes these columns and the index asks them, so their shape stands below both. One
 * {@link dev.rebound.column.EventColumns} holds the events of one import in file order; one
 * {@link dev.rebound.column.Dictionaries} is shared by all of a store.
 *
 * <p>Knows the domain's words only: no SQL, no question, no meaning.
 *
 * <p>Start with {@link dev.rebound.column.EventColumns}.
 */
@NullMarked
package dev.rebound.column;

import org.jspecify.annotations.NullMarked;
