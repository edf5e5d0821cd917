package dev.rebound.console.activity;

import dev.rebound.console.activity.ActivityModel.Sort;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.filter.Field;
import dev.rebound.insight.MessageKey;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The rows of an answer in the wanted order. By time they need no sorting; any other order is made in the background. */
final class ListedRows {
    private final Background background;
    private final ReadOnlyObjectWrapper<PagedRows<LogRow>> rows = new ReadOnlyObjectWrapper<>(PagedRows.none());
    private Sort sort = Sort.NEWEST;
    private int @Nullable [] order;

    ListedRows(Background background) {
        this.background = background;
    }

    void show(ActivityResult r, Sort wanted) {
        sort = wanted;
        if (wanted.field() == Field.TIME) {
            background.forget("activity-order");
            order = null;
            rows.set(new PagedRows<>(
                    r.total(),
                    (offset, limit) -> lines(r, r.questions().page(r.rows(), wanted.descending(), offset, limit))));
            return;
        }
        background.latest(
                "activity-order", () -> r.questions().sorted(r.rows(), wanted.field(), wanted.descending()), sorted -> {
                    order = sorted;
                    rows.set(new PagedRows<>(
                            sorted.length,
                            (offset, limit) -> lines(
                                    r, Arrays.copyOfRange(sorted, offset, Math.min(sorted.length, offset + limit)))));
                });
    }

    private static List<LogRow> lines(ActivityResult r, int[] numbers) {
        return Arrays.stream(numbers).mapToObj(r::row).toList();
    }

    /** The numbers of all rows as they are listed. */
    int[] numbers(ActivityResult r) {
        int[] sorted = order;
        return sorted != null ? sorted : r.questions().page(r.rows(), sort.descending(), 0, Integer.MAX_VALUE);
    }

    /** The place in the list of a message; empty where it does not stand there. */
    OptionalInt indexOf(ActivityResult r, MessageKey key) {
        OptionalInt row = r.rowOf(key);
        if (row.isEmpty()) {
            return row;
        }
        int[] sorted = order;
        if (sorted == null) {
            int before = r.rows().before(row.getAsInt());
            return OptionalInt.of(sort.descending() ? r.total() - 1 - before : before);
        }
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == row.getAsInt()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    ReadOnlyObjectProperty<PagedRows<LogRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
