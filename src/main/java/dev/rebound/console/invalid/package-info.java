/**
 * The invalid addresses: which, since when, by which message, and what was sent to them afterwards.
 *
 * <p>{@link dev.rebound.console.invalid.InvalidModel} filters the address ledger of the picture. Nothing here can change
 * a subscription status: there is no act that could.
 *
 * <p>Must not know other views; a cause opens its message in the log through the navigator.
 */
@NullMarked
package dev.rebound.console.invalid;

import org.jspecify.annotations.NullMarked;
