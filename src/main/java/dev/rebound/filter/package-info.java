/**
 * What the operator asks, as text, as chips and as a tree: three views of one {@link dev.rebound.filter.Filter}.
 *
 * <p>The language is the one people know from mail and log tools: {@code field:value}, quotes, {@code -} for not,
 * {@code OR}, parentheses, ranges, wildcards, regular expressions in linear time. Field names are read in English and
 * French and written in English, so that a saved view works for both.
 *
 * <p>Knows the domain's words. Knows nothing of columns, windows or files: who answers a filter stands above.
 *
 * <p>Start with {@link dev.rebound.filter.FilterParser}; {@link dev.rebound.filter.Field} lists what can be asked.
 */
@NullMarked
package dev.rebound.filter;

import org.jspecify.annotations.NullMarked;
