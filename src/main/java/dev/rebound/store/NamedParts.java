package dev.rebound.store;

import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import org.jspecify.annotations.Nullable;

/** Which parts of one record say what a column of its event says, or the event's id, in the order in which they stand. */
final class NamedParts {
    private static final EventText[] TEXTS = EventText.values();
    private static final int MOST = TEXTS.length + 3;

    /** In the place of a column's number: the source's id of the event, which no column says. */
    static final int ID = 100;

    private final int[] columns = new int[MOST];
    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    /** Records are alike, so the order of the record before is tried first. */
    private final int[] order = new int[MOST];

    private int parts;
    private int ordered;
    private int next;

    /**
     * Goes to a record.
     *
     * @param batch whose row it is; null for a record without parts
     * @param at where its text begins now
     */
    void goTo(@Nullable EventBatch batch, int row, int at) {
        parts = 0;
        next = 0;
        if (batch == null) {
            return;
        }
        int shift = at - batch.recordFrom(row);
        if (batch.isTimeInSeconds(row)) {
            add(EventColumns.TIME_COLUMN, batch, row, batch.timeFrom(row), batch.timeTo(row), shift);
        }
        add(EventColumns.ADDRESS_COLUMN, batch, row, batch.addressFrom(row), batch.addressTo(row), shift);
        add(ID, batch, row, batch.idFrom(row), batch.idTo(row), shift);
        for (EventText field : TEXTS) {
            if (batch.has(field) && batch.to(field)[row] > 0) {
                add(EventColumns.columnOf(field), batch, row, batch.from(field)[row], batch.to(field)[row], shift);
            }
        }
        sort();
    }

    /** A text that was written anew beside the record is no part of it. */
    private void add(int column, EventBatch batch, int row, int begin, int end, int shift) {
        if (begin >= batch.recordFrom(row) && end <= batch.recordTo(row)) {
            columns[parts] = column;
            from[parts] = begin + shift;
            to[parts++] = end + shift;
        }
    }

    private void sort() {
        if (ordered != parts) {
            ordered = parts;
            for (int i = 0; i < parts; i++) {
                order[i] = i;
            }
        }
        for (int i = 1; i < parts; i++) {
            int moved = order[i];
            int j = i;
            for (; j > 0 && from[order[j - 1]] > from[moved]; j--) {
                order[j] = order[j - 1];
            }
            order[j] = moved;
        }
    }

    /** The first part that lies within a field; -1 where none does. Fields come in their order. */
    int within(int begin, int end) {
        while (next < parts && from[order[next]] < begin) {
            next++;
        }
        return next < parts && to[order[next]] <= end ? order[next] : -1;
    }

    /** The number of a part's column, or {@link #ID}. */
    int column(int part) {
        return columns[part];
    }

    int from(int part) {
        return from[part];
    }

    int to(int part) {
        return to[part];
    }
}
