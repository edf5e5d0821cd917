/**
 * The data behind every number: imports, coverage hour by hour, how the feeds join, how the data is read, and what the
 * operator decided.
 *
 * <p>{@link dev.rebound.console.data.DataView} holds the tabs; the imports are a view of their own that the window hands
 * in. {@link dev.rebound.console.data.ReadingView} and {@link dev.rebound.console.data.DecisionsView} change settings
 * through {@link dev.rebound.console.kit.Changes}, so that each change can be taken back.
 *
 * <p>Must not know other views.
 */
@NullMarked
package dev.rebound.console.data;

import org.jspecify.annotations.NullMarked;
