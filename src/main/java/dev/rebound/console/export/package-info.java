/**
 * Rows of a view on their way into a file: format, columns, addresses, and what a reader must know of them.
 *
 * <p>{@link dev.rebound.console.export.ExportModel} holds the choices and starts the job; {@link
 * dev.rebound.console.export.ExportSheet} shows them. How files are written is the business of {@code report}.
 */
@NullMarked
package dev.rebound.console.export;

import org.jspecify.annotations.NullMarked;
