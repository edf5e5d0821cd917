package dev.rebound.store;

import dev.rebound.domain.RawRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Changes raw records where they lie: a page is verified, changed record by record, and written again with its checksum. */
final class RawPageChange {
    /** What becomes of a record; the same where nothing does. */
    interface Rule {
        RawRecord of(int place, RawRecord record);
    }

    private RawPageChange() {}

    /** Applies a rule to the page that begins with a record of an import; the result is how many records changed. */
    static long applied(Connection connection, long importId, int first, RecordTexts named, Rule rule)
            throws SQLException, StoreException {
        List<RawRecord> records = page(connection, importId, first, named);
        long changed = 0;
        for (int i = 0; i < records.size(); i++) {
            RawRecord after = rule.of(first + i, records.get(i));
            if (!after.equals(records.get(i))) {
                records.set(i, after);
                changed++;
            }
        }
        if (changed > 0) {
            byte[] data = RawPages.pack(records);
            try (PreparedStatement p = connection.prepareStatement(
                    "UPDATE raw_page SET crc = ?, data = ? WHERE import_id = ? AND first_record = ?")) {
                p.setLong(1, Pages.checksum(data));
                p.setBytes(2, data);
                p.setLong(3, importId);
                p.setInt(4, first);
                p.executeUpdate();
            }
        }
        return changed;
    }

    private static List<RawRecord> page(Connection connection, long importId, int first, RecordTexts named)
            throws SQLException, StoreException {
        String what = "a raw page of import " + importId;
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT entries, crc, data FROM raw_page WHERE import_id = ? AND first_record = ?")) {
            p.setLong(1, importId);
            p.setInt(2, first);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return RawPages.unpack(Pages.verified(r.getBytes(3), r.getLong(2), what), first, r.getInt(1), named);
            } catch (IOException e) {
                throw StoreReader.damaged(what, e);
            }
        }
    }
}
