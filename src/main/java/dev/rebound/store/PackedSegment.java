package dev.rebound.store;

import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The packed columns of one segment as they are read; they are unpacked beside each other. */
final class PackedSegment {
    private final String what;
    private final int rows;
    private final List<LongCells> columns = new ArrayList<>(new EventColumns().inOrder());
    private final List<Column> packed = new ArrayList<>();

    private record Column(int number, long crc, byte[] page) {}

    PackedSegment(long importId, int rows) {
        this.what = "a column of import " + importId;
        this.rows = rows;
    }

    /** Adds a column; one of a later version, which is not known here, is left out. */
    void add(int number, long crc, byte[] page) {
        if (number < columns.size()) {
            packed.add(new Column(number, crc, page));
        }
    }

    /** The columns, each compared with its checksum now and unpacked when it is first asked for. */
    EventColumns unpacked() throws StoreException {
        List<Column> wrong = packed.stream()
                .parallel()
                .filter(column -> Pages.checksum(column.page()) != column.crc())
                .toList();
        for (Column column : wrong) {
            Pages.verified(column.page(), column.crc(), what);
        }
        for (Column column : packed) {
            columns.set(column.number(), LongCells.later(-1, rows, () -> numbers(column)));
        }
        return new EventColumns(columns, rows);
    }

    private long[] numbers(Column column) {
        try {
            return Pages.unpackNumbers(column.page(), rows);
        } catch (IOException e) {
            // Its checksum is right: whoever wrote it wrote no column.
            throw new IllegalStateException("Damaged: " + what + " cannot be read.", e);
        }
    }
}
