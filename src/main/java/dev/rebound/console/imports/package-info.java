/**
 * Bringing files in: what each was recognised as, what it brought, what could not be read, and taking it back.
 *
 * <p>{@link dev.rebound.console.imports.ImportsModel} runs the jobs and holds one {@link
 * dev.rebound.console.imports.ImportLine} a file; {@link dev.rebound.console.imports.ImportsView} shows them with the
 * imports of before.
 *
 * <p>Must not know other views. A job is never interrupted: giving up a file is asked of it, and it answers in time.
 */
@NullMarked
package dev.rebound.console.imports;

import org.jspecify.annotations.NullMarked;
