/**
 * Questions over millions of events in milliseconds: columns in memory, filters as bitmaps.
 *
 * <p>An {@link dev.rebound.index.EventTable} holds every stored event as primitive columns in time order; a
 * {@link dev.rebound.index.Table} is whatever a filter can run over (events here, messages in the layer above). Texts
 * live once each in a {@link dev.rebound.index.Dictionary}; columns hold their codes.
 *
 * <p>Knows the domain's words and the filter's tree. Knows no SQL, no file and no window, and gives no meaning to an
 * event: what became of a message is decided above.
 *
 * <p>Start with {@link dev.rebound.index.EventTable}, then {@link dev.rebound.index.Questions}.
 */
@NullMarked
package dev.rebound.index;

import org.jspecify.annotations.NullMarked;
