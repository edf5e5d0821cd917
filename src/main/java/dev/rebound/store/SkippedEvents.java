package dev.rebound.store;

import dev.rebound.column.Repeats;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Which imports did not store events because an earlier one holds them. */
final class SkippedEvents {
    /** Numbers of a repeated event before format 7: address, id, identity. */
    private static final int SINGLE_COLUMNS = 3;

    private final Connection connection;
    private final Set<Long> held;

    private SkippedEvents(Connection connection, Set<Long> held) {
        this.connection = connection;
        this.held = held;
    }

    /** The events of one import, to be asked for among what others skipped. */
    static SkippedEvents of(Connection connection, long importId) throws SQLException, StoreException {
        Set<Long> held = new HashSet<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT crc, data FROM identity_page WHERE import_id = ?")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    String what = "the identities of import " + importId;
                    try (DataInputStream in = Pages.unpack(Pages.verified(r.getBytes(2), r.getLong(1), what))) {
                        for (int halves = in.readInt(); halves > 0; halves -= 2) {
                            in.readLong();
                            held.add(in.readLong());
                        }
                    } catch (IOException e) {
                        throw StoreReader.damaged(what, e);
                    }
                }
            }
        }
        return new SkippedEvents(connection, held);
    }

    /** Whether an import skipped one of these events; one that repeats itself only did not. */
    boolean by(long importId) throws SQLException, StoreException {
        return by(importId, "SELECT entries, crc, data FROM repeat_run WHERE import_id = ?", Repeats.COLUMNS)
                || by(importId, "SELECT entries, crc, data FROM repeat_page WHERE import_id = ?", SINGLE_COLUMNS);
    }

    /** The identities are the last column. */
    private boolean by(long importId, String sql, int columns) throws SQLException, StoreException {
        try (PreparedStatement p = connection.prepareStatement(sql)) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    byte[] page =
                            Pages.verified(r.getBytes(3), r.getLong(2), "the repeated events of import " + importId);
                    if (any(page, r.getInt(1), columns)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean any(byte[] page, int entries, int columns) {
        long[] numbers;
        try {
            numbers = Pages.unpackNumbers(page, columns * entries);
        } catch (IOException e) {
            // Written before identities were kept with repeats: the import may have skipped some.
            return true;
        }
        for (int i = (columns - 1) * entries; i < numbers.length; i++) {
            if (held.contains(numbers[i])) {
                return true;
            }
        }
        return false;
    }
}
