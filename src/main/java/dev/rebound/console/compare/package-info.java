/**
 * Their dashboard against our rows: figures typed, pasted or read from a file, the difference of each, and its causes.
 *
 * <p>{@link dev.rebound.console.compare.CompareModel} holds the claims and asks {@link
 * dev.rebound.insight.compare.Comparison}; {@link dev.rebound.console.compare.CompareView} shows one line a figure, where
 * each number of ours and each cause opens its messages.
 *
 * <p>Must not know other views.
 */
@NullMarked
package dev.rebound.console.compare;

import org.jspecify.annotations.NullMarked;
