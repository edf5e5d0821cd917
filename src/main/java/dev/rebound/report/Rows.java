package dev.rebound.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to write: column names and, for each row, one value a column: text, whole number, or null.
 *
 * @param columns the names, as the command line's contract has them
 * @param rows the values, in the order of the columns
 */
public record Rows(List<String> columns, Iterable<List<@Nullable Object>> rows) {
    public Rows {
        columns = List.copyOf(columns);
    }
}
