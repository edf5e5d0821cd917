package dev.rebound.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes things back. The caller commits. */
final class StoreEraser {
    private static final String[] OF_IMPORT = {
        "DELETE FROM segment WHERE import_id = ?",
        "DELETE FROM identity_page WHERE import_id = ?",
        "DELETE FROM raw_page WHERE import_id = ?",
        "DELETE FROM subscription_fact WHERE import_id = ?",
        "DELETE FROM repeat_page WHERE import_id = ?",
        "DELETE FROM repeat_run WHERE import_id = ?",
        "DELETE FROM rejection WHERE import_id = ?",
        "DELETE FROM rejection_page WHERE import_id = ?",
        "DELETE FROM import_reading WHERE import_id = ?",
        "DELETE FROM imported_setting WHERE import_id = ?",
        "DELETE FROM retired WHERE import_id = ?",
        "DELETE FROM import_run WHERE id = ?"
    };

    private final Connection connection;

    StoreEraser(Connection connection) {
        this.connection = connection;
    }

    /** The names of later imports that had relied on the undone one for events both hold. */
    List<String> undo(ImportRun run, List<ImportRun> all) throws SQLException, StoreException {
        SkippedEvents skipped = SkippedEvents.of(connection, run.id());
        for (String sql : OF_IMPORT) {
            try (PreparedStatement p = connection.prepareStatement(sql)) {
                p.setLong(1, run.id());
                p.executeUpdate();
            }
        }
        List<String> incomplete = new ArrayList<>();
        for (ImportRun later : all) {
            if (later.id() > run.id() && later.duplicates() > 0 && skipped.by(later.id())) {
                incomplete.add(later.source().name());
                // Without its digest the file is not taken for already imported, so importing it again completes it.
                try (PreparedStatement p =
                        connection.prepareStatement("UPDATE import_run SET sha256 = ? WHERE id = ?")) {
                    p.setString(1, "");
                    p.setLong(2, later.id());
                    p.executeUpdate();
                }
            }
        }
        return incomplete;
    }

    void putSetting(String name, @Nullable String content) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(
                content == null
                        ? "DELETE FROM setting WHERE name = ?"
                        : "MERGE INTO setting KEY(name) VALUES (?, ?)")) {
            p.setString(1, name);
            if (content != null) {
                p.setString(2, content);
            }
            p.executeUpdate();
        }
    }
}
