/**
 * What a reply means: reply text and codes in, class, reason and the rule that decided out.
 *
 * <p>Start with {@link dev.rebound.classify.Classifier}. A reply is first folded ({@code FoldedReply}: one line, lower
 * case, accents and variable parts gone), then tried against the rule book ({@code RuleBook}: ordered rows of data
 * under {@code rules/}), and last guarded: a temporary code never condemns an address, nor does a code that says
 * nothing about it.
 *
 * <p>Everything is pure and total: the same reply always yields the same verdict, and a reply that no rule fits stays
 * undetermined instead of being guessed. Knows the domain only.
 */
@NullMarked
package dev.rebound.classify;

import org.jspecify.annotations.NullMarked;
