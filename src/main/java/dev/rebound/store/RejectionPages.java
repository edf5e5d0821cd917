package dev.rebound.store;

import dev.rebound.domain.Rejection;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads and changes what could not be read of imports. Those before format 7 have a row a record, later ones pages. */
final class RejectionPages {
    private final Connection connection;

    RejectionPages(Connection connection) {
        this.connection = connection;
    }

    /** The first of an import, in the order of the file; the seals are the caller's to compare. */
    List<Rejection> first(long importId, int limit) throws SQLException, StoreException {
        List<Rejection> out = rows(importId, limit);
        for (int seq : pages(importId)) {
            if (out.size() >= limit) {
                break;
            }
            List<Rejection> page = page(importId, seq);
            out.addAll(page.subList(0, Math.min(page.size(), limit - out.size())));
        }
        return out;
    }

    private List<Rejection> rows(long importId, int limit) throws SQLException {
        List<Rejection> out = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT line, part, reason, text FROM rejection WHERE import_id = ? ORDER BY seq FETCH FIRST ? ROWS ONLY")) {
            p.setLong(1, importId);
            p.setInt(2, limit);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.add(new Rejection(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)));
                }
            }
        }
        return out;
    }

    /** Changes the pages of all imports; the result is how many records changed. */
    long change(UnaryOperator<Rejection> rule) throws SQLException, StoreException {
        List<Long> imports = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement("SELECT DISTINCT import_id FROM rejection_page");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                imports.add(r.getLong(1));
            }
        }
        long changed = 0;
        for (long id : imports) {
            changed += change(id, rule);
        }
        return changed;
    }

    /** Changes the pages of an import; the result is how many records changed. */
    long change(long importId, UnaryOperator<Rejection> rule) throws SQLException, StoreException {
        long changed = 0;
        for (int seq : pages(importId)) {
            List<Rejection> before = page(importId, seq);
            List<Rejection> after = before.stream().map(rule).toList();
            if (!after.equals(before)) {
                write(importId, seq, after);
                for (int i = 0; i < after.size(); i++) {
                    changed += after.get(i).equals(before.get(i)) ? 0 : 1;
                }
            }
        }
        return changed;
    }

    private void write(long importId, int seq, List<Rejection> rejections) throws SQLException {
        byte[] data = RejectionPage.packed(rejections);
        try (PreparedStatement p = connection.prepareStatement(
                "UPDATE rejection_page SET crc = ?, data = ? WHERE import_id = ? AND seq = ?")) {
            p.setLong(1, Pages.checksum(data));
            p.setBytes(2, data);
            p.setLong(3, importId);
            p.setInt(4, seq);
            p.executeUpdate();
        }
    }

    private List<Integer> pages(long importId) throws SQLException {
        List<Integer> out = new ArrayList<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT seq FROM rejection_page WHERE import_id = ? ORDER BY seq")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    out.add(r.getInt(1));
                }
            }
        }
        return out;
    }

    private List<Rejection> page(long importId, int seq) throws SQLException, StoreException {
        String what = "the unreadable lines of import " + importId;
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT entries, crc, data FROM rejection_page WHERE import_id = ? AND seq = ?")) {
            p.setLong(1, importId);
            p.setInt(2, seq);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                return RejectionPage.unpack(Pages.verified(r.getBytes(3), r.getLong(2), what), r.getInt(1));
            } catch (IOException e) {
                throw StoreReader.damaged(what, e);
            }
        }
    }
}
