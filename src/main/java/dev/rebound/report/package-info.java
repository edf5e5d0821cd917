/**
 * What leaves the program: rows as CSV, XLSX, NDJSON, JSON and Markdown.
 *
 * <p>Every cell that a spreadsheet could take for a formula is guarded; addresses can be masked; times carry their
 * offset. Files are the operator's act: nothing is written unasked.
 *
 * <p>Knows insight's rows; knows no window and no store.
 *
 * <p>Start with {@link dev.rebound.report.Rows}.
 */
@NullMarked
package dev.rebound.report;

import org.jspecify.annotations.NullMarked;
