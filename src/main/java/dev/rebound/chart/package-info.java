/**
 * Charts as drawings: what stands where, in which ink, and what a mark says when it is pointed at. The window draws a
 * {@link dev.rebound.chart.Drawing} on the screen, {@link dev.rebound.chart.Svg} writes the same one into a file, so that
 * a picture never differs from what was seen.
 *
 * <p>Numbers come already written in the person's language. Colour is never the only sign: every mark has words.
 *
 * <p>Must not know the window, the data or how anything was counted. Start with {@link dev.rebound.chart.Waterfall}, the
 * shortest of the charts.
 */
@NullMarked
package dev.rebound.chart;

import org.jspecify.annotations.NullMarked;
