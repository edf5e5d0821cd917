package dev.rebound.store;

import dev.rebound.privacy.ErasedPeople;
import dev.rebound.privacy.PersonKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dated record of who was erased, without anybody's address. The caller commits. */
final class Erasures {
    private final Connection connection;

    Erasures(Connection connection) {
        this.connection = connection;
    }

    ErasedPeople people(PersonKey key) throws SQLException {
        Map<String, String> pseudonyms = new HashMap<>();
        try (PreparedStatement p = connection.prepareStatement("SELECT hash, pseudonym FROM erasure");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                pseudonyms.put(r.getString(1), r.getString(2));
            }
        }
        return new ErasedPeople(key, pseudonyms);
    }

    boolean isAny() throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("SELECT COUNT(*) FROM erasure");
                ResultSet r = p.executeQuery()) {
            r.next();
            return r.getLong(1) > 0;
        }
    }

    void add(String hash, ErasureReport report) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("MERGE INTO erasure KEY(hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            p.setString(1, hash);
            p.setString(2, report.pseudonym());
            p.setTimestamp(3, Timestamp.from(report.at()));
            p.setLong(4, report.events());
            p.setLong(5, report.texts());
            p.setLong(6, report.records());
            p.setLong(7, report.lines());
            p.setLong(8, report.others());
            p.executeUpdate();
        }
    }

    /** Newest first. */
    List<ErasureReport> all() throws SQLException {
        List<ErasureReport> all = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement("SELECT pseudonym, erased_at, events, texts, records,"
                        + " lines_changed, others FROM erasure ORDER BY erased_at DESC");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                all.add(new ErasureReport(
                        r.getString(1),
                        r.getTimestamp(2).toInstant(),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7)));
            }
        }
        return all;
    }
}
