/**
 * Who of some failed messages could be written to again, with a count for each reason against it.
 *
 * <p>{@link dev.rebound.console.resend.ResendSheet} asks {@link dev.rebound.insight.ResendList} and writes the addresses
 * to a file or the clipboard. Nothing is ever sent.
 *
 * <p>Must not know views; it is reached through {@link dev.rebound.console.kit.Place.Resend}.
 */
@NullMarked
package dev.rebound.console.resend;

import org.jspecify.annotations.NullMarked;
