/**
 * How the program appears to one person: theme, room between rows, text size, language, masking. Each choice holds at
 * once; there is nothing to confirm.
 *
 * <p>What changes how the data is read stands with the data, not here.
 */
@NullMarked
package dev.rebound.console.settings;

import org.jspecify.annotations.NullMarked;
