package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.EventColumns;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The texts that the records of one import name by a column instead of saying them again: what the event of a record has in
 * that column. For records with one event each; the events stand in the order of their records.
 */
final class RecordTexts {
    /** Nothing is named: for pages whose events are not here. */
    static final RecordTexts NONE = new RecordTexts(List.of(), new Dictionaries());

    private static final int MILLIS = 1_000;

    private final List<EventColumns> segments;
    private final Dictionaries dictionaries;
    private EventColumns segment = new EventColumns();
    private int row = -1;

    /** The events of an import, segment by segment in file order, and what their codes mean. */
    RecordTexts(List<EventColumns> segments, Dictionaries dictionaries) {
        this.segments = segments;
        this.dictionaries = dictionaries;
    }

    /** Goes to the event of a record; false where there is none. */
    boolean goTo(int record) {
        if (row >= 0 && row + 1 < segment.size() && segment.raw().at(row + 1) == record) {
            row++;
            return true;
        }
        row = -1;
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            EventColumns at = segments.get(middle);
            if (at.raw().at(at.size() - 1) < record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low > high) {
            return false;
        }
        segment = segments.get(low);
        row = rowOf(record);
        return row >= 0;
    }

    private int rowOf(int record) {
        int low = 0;
        int high = segment.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = segment.raw().at(middle);
            if (at == record) {
                return middle;
            }
            if (at < record) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What the event has in a column; a time as whole seconds. */
    byte[] text(int column) {
        if (column == EventColumns.TIME_COLUMN) {
            return Long.toString(segment.time().get(row) / MILLIS).getBytes(StandardCharsets.US_ASCII);
        }
        if (column == EventColumns.ADDRESS_COLUMN) {
            return dictionaries.addresses().bytes(segment.address().at(row));
        }
        return dictionaries
                .texts(EventColumns.fieldOf(column))
                .bytes(segment.column(column).at(row));
    }
}
