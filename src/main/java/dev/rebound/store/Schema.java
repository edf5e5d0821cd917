package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Numbered migrations: {@code schema-1.sql} makes a new store, later files change an older one. */
final class Schema {
    static final int VERSION = 3;

    private Schema() {}

    /** Makes or upgrades the tables; refuses stores that are newer or not ours. */
    static void prepare(Connection owner, boolean fresh, String worker)
            throws SQLException, StoreException, IOException {
        int version = fresh ? 0 : version(owner);
        if (version > VERSION) {
            throw new StoreException(
                    Trouble.NEWER,
                    "This store was made by a newer Rebound (format " + version + "). Update Rebound to open it.",
                    null);
        }
        try (Statement s = owner.createStatement()) {
            if (fresh) {
                // The worker has no administrator's rights: no file access, no aliases, no schema changes.
                s.execute("CREATE USER " + worker + " PASSWORD ''");
            }
            for (int v = version + 1; v <= VERSION; v++) {
                for (String sql : statements(v)) {
                    s.execute(sql);
                }
            }
        }
        if (version < VERSION) {
            try (PreparedStatement p = owner.prepareStatement("UPDATE schema_version SET version = ?")) {
                p.setInt(1, VERSION);
                p.executeUpdate();
            }
        }
    }

    private static int version(Connection owner) throws SQLException, StoreException {
        try (PreparedStatement tables =
                owner.prepareStatement("SELECT (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ?),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES)")) {
            tables.setString(1, "SCHEMA_VERSION");
            try (ResultSet r = tables.executeQuery()) {
                r.next();
                if (r.getInt(1) != 1 || r.getInt(2) > 0 || r.getInt(3) > 0) {
                    throw new StoreException(
                            Trouble.FOREIGN, "This database was not made by Rebound, so it is not opened.", null);
                }
            }
        }
        try (PreparedStatement p = owner.prepareStatement("SELECT version FROM schema_version");
                ResultSet r = p.executeQuery()) {
            r.next();
            return r.getInt(1);
        }
    }

    private static String[] statements(int version) throws IOException {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            if (in == null) {
                throw new IOException("schema-" + version + ".sql is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\\s*", -1);
        }
    }
}
