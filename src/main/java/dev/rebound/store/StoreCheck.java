package dev.rebound.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The full check: every page against its checksum, every import against its count. */
final class StoreCheck {
    private static final String[] PAGES = {
        "SELECT import_id, crc, data FROM segment",
        "SELECT import_id, crc, data FROM identity_page",
        "SELECT import_id, crc, data FROM raw_page",
        "SELECT import_id, crc, data FROM repeat_page",
        "SELECT CAST(? AS BIGINT), crc, data FROM dictionary_chunk"
    };

    private final Connection connection;
    private final List<String> problems = new ArrayList<>();

    StoreCheck(Connection connection) {
        this.connection = connection;
    }

    CheckReport run() throws SQLException {
        List<ImportRun> imports = new StoreReader(connection).imports();
        Map<Long, String> names = new HashMap<>();
        imports.forEach(i -> names.put(i.id(), i.source().name()));
        long pages = 0;
        for (String sql : PAGES) {
            try (PreparedStatement p = connection.prepareStatement(sql)) {
                if (sql.indexOf('?') > 0) {
                    p.setLong(1, 0);
                }
                try (ResultSet r = p.executeQuery()) {
                    while (r.next()) {
                        pages++;
                        if (Pages.checksum(r.getBytes(3)) != r.getLong(2)) {
                            problems.add(
                                    r.getLong(1) == 0
                                            ? "A dictionary is damaged. Restore a backup."
                                            : "Import " + r.getLong(1) + " ("
                                                    + names.getOrDefault(r.getLong(1), "unknown file")
                                                    + ") is damaged. Undo it and import the file again.");
                        }
                    }
                }
            }
        }
        long events = 0;
        for (ImportRun run : imports) {
            events += count(run);
        }
        return new CheckReport(imports.size(), events, pages, problems);
    }

    private long count(ImportRun run) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT COALESCE(SUM(rows_count), 0) FROM segment WHERE import_id = ? AND col = ?")) {
            p.setLong(1, run.id());
            p.setInt(2, 0);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                if (r.getLong(1) != run.added()) {
                    problems.add("Import " + run.id() + " (" + run.source().name() + ") should hold " + run.added()
                            + " events and holds " + r.getLong(1) + ". Undo it and import the file again.");
                }
                return r.getLong(1);
            }
        }
    }
}
