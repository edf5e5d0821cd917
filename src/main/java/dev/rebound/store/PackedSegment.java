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

    EventColumns unpacked() throws StoreException {
        LongCells[] found = new LongCells[columns.size()];
        StoreException[] trouble = new StoreException[columns.size()];
        packed.stream().parallel().forEach(column -> {
            try {
                found[column.number()] = unpacked(column);
            } catch (StoreException e) {
                trouble[column.number()] = e;
            }
        });
        for (StoreException e : trouble) {
            if (e != null) {
                throw e;
            }
        }
        for (Column column : packed) {
            columns.set(column.number(), found[column.number()]);
        }
        return new EventColumns(columns, rows);
    }

    private LongCells unpacked(Column column) throws StoreException {
        byte[] page = Pages.verified(column.page(), column.crc(), what);
        try {
            return new LongCells(-1, Pages.unpackNumbers(page, rows));
        } catch (IOException e) {
            throw StoreReader.damaged(what, e);
        }
    }
}
