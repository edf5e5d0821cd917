/** What the views share, looked at by itself: the widths of columns. */
@org.jspecify.annotations.NullMarked
package dev.rebound.console.kit;
