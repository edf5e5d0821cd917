package dev.rebound.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The full check: every page against its checksum, every row against its seal, every import against its count. */
final class StoreCheck {
    private static final String[] PAGES = {
        "SELECT import_id, crc, data FROM segment",
        "SELECT import_id, crc, data FROM identity_page",
        "SELECT import_id, crc, data FROM raw_page",
        "SELECT import_id, crc, data FROM repeat_page",
        "SELECT import_id, crc, data FROM repeat_run",
        "SELECT import_id, crc, data FROM rejection_page",
        "SELECT CAST(? AS BIGINT), crc, data FROM dictionary_chunk"
    };

    private final Connection connection;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<Long, String> names = new HashMap<>();

    StoreCheck(Connection connection) {
        this.connection = connection;
    }

    CheckReport run() throws SQLException {
        Seals seals = new Seals(connection);
        List<ImportRun> imports = new StoreReader(connection).listedImports();
        imports.forEach(i -> names.put(i.id(), i.source().name()));
        long pages = 0;
        for (String sql : PAGES) {
            pages += pages(sql);
        }
        for (SealedPart part : SealedPart.values()) {
            for (long owner : seals.owners(part)) {
                if (!seals.present(part, owner).equals(seals.kept(part, owner))) {
                    problem(owner);
                }
            }
        }
        long events = 0;
        for (ImportRun run : imports) {
            events += count(run);
        }
        return new CheckReport(imports.size(), events, pages, List.copyOf(problems));
    }

    private void problem(long importId) {
        problems.add(
                importId == Seals.STORE
                        ? "What all imports share (texts, settings, decisions) is damaged. Restore a backup."
                        : "Import " + importId + " (" + names.getOrDefault(importId, "unknown file")
                                + ") is damaged. Undo it and import the file again.");
    }

    private long pages(String sql) throws SQLException {
        long pages = 0;
        try (PreparedStatement p = connection.prepareStatement(sql)) {
            if (sql.indexOf('?') > 0) {
                p.setLong(1, Seals.STORE);
            }
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    pages++;
                    if (Pages.checksum(r.getBytes(3)) != r.getLong(2)) {
                        problem(r.getLong(1));
                    }
                }
            }
        }
        return pages;
    }

    private long count(ImportRun run) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("SELECT SUM(rows_count) FROM segment WHERE import_id = ? AND col = ?")) {
            p.setLong(1, run.id());
            p.setInt(2, 0);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                long left = run.added() - StoreReader.retired(connection, run.id());
                if (r.getLong(1) != left) {
                    problems.add("Import " + run.id() + " (" + run.source().name() + ") should hold " + left
                            + " events and holds " + r.getLong(1) + ". Undo it and import the file again.");
                }
                return r.getLong(1);
            }
        }
    }
}
