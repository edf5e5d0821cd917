/**
 * What every view of the console is built with: background work, formats, navigation, looks of states, lazily paged
 * rows, file choosers, themes.
 *
 * <p>Nothing here knows a view. Threads and delivery to the screen live here alone: {@link
 * dev.rebound.console.kit.Background} never interrupts a thread, because an interrupted thread inside the store would
 * close its file.
 *
 * <p>Start with {@link dev.rebound.console.kit.Desk}, which a view is given, and {@link dev.rebound.console.kit.Place},
 * which says where a person can go.
 */
@NullMarked
package dev.rebound.console.kit;

import org.jspecify.annotations.NullMarked;
