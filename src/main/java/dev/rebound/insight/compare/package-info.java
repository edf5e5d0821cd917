/**
 * Compares what a dashboard claims with what our rows say, figure by figure, and names the causes of each difference.
 *
 * <p>Start with {@code Comparison.of}: it takes the claimed figures of one campaign and answers one line a figure: claimed,
 * ours, difference, causes, and what no cause explains. Every number of ours and every cause has the filter that opens its
 * rows; the count is the count of those rows. What remains is printed, never hidden, and nothing is repaired.
 *
 * <p>Knows the picture of {@code insight}; must not know where figures are typed or read from.
 */
@NullMarked
package dev.rebound.insight.compare;

import org.jspecify.annotations.NullMarked;
