/**
 * Reads the figures that somebody claims: typed or pasted from a dashboard, the daily totals of the platform's analytics
 * endpoints, campaign CSVs, and the statistics of the sending services.
 *
 * <p>Start with {@code FigureReader}: text in, claims out, and every line that could not be understood by name. It knows
 * the shapes of files and nothing of our own rows; what the claims are worth is for {@code insight.compare} to say.
 */
@NullMarked
package dev.rebound.figures;

import org.jspecify.annotations.NullMarked;
