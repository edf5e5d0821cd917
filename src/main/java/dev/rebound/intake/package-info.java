/**
 * The use case <em>import</em>: a file through the feeds, each event through the classifier, everything into the store.
 *
 * <p>One file is one transaction: cancelled, broken or unrecognised, it leaves nothing; the files around it are whole. A
 * file whose bytes were imported is skipped; an event that is known is counted and not stored again.
 *
 * <p>Knows feeds, classification and the store. Knows no window, no command line and no meaning of the data.
 *
 * <p>Start with {@link dev.rebound.intake.Importer}.
 */
@NullMarked
package dev.rebound.intake;

import org.jspecify.annotations.NullMarked;
