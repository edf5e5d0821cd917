package dev.rebound.console.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chosen rows.
 *
 * @param rows the ones chosen one by one
 * @param all whether every row of the result is chosen, however many there are
 */
record Selection(List<LogRow> rows, boolean all) {
    static final Selection NONE = new Selection(List.of(), false);

    Selection {
        rows = List.copyOf(rows);
    }

    /** The only chosen row; null when none or several are. */
    @Nullable
    LogRow one() {
        return !all && rows.size() == 1 ? rows.getFirst() : null;
    }

    /** Whether what is shown is a sum. */
    boolean isSeveral() {
        return all || rows.size() > 1;
    }
}
