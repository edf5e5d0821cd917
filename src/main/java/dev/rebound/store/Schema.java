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
    static final int VERSION = 9;

    private static final int FIRST_WITH_SEALS = 4;

    private Schema() {}

    /** Makes the tables of a new store and the user of daily work. */
    static void make(Connection owner, String worker) throws SQLException, IOException {
        try (Statement s = owner.createStatement()) {
            // The worker has no administrator's rights: no file access, no aliases, no schema changes.
            s.execute("CREATE USER " + worker + " PASSWORD ''");
        }
        run(owner, 1);
        new Seals(owner).renewAll();
    }

    /** Brings an older store to the present format. */
    static void upgrade(Connection owner, int from) throws SQLException, IOException {
        try (Statement s = owner.createStatement()) {
            s.execute("SET ALLOW_LITERALS ALL");
        }
        run(owner, from + 1);
        if (from < FIRST_WITH_SEALS) {
            new Seals(owner).renewAll();
        }
    }

    private static void run(Connection owner, int first) throws SQLException, IOException {
        try (Statement s = owner.createStatement()) {
            for (int v = first; v <= VERSION; v++) {
                for (String sql : statements(v)) {
                    s.execute(sql);
                }
            }
        }
        try (PreparedStatement p = owner.prepareStatement("UPDATE schema_version SET version = ?")) {
            p.setInt(1, VERSION);
            p.executeUpdate();
        }
    }

    /** Refuses a database that Rebound did not make: it could run code of a stranger when it is used. */
    static void refuseStrangers(Connection owner) throws SQLException, StoreException {
        try (PreparedStatement tables =
                owner.prepareStatement("SELECT (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ?),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.ROUTINES),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.CONSTANTS),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE STORAGE_TYPE = ?),"
                        + " (SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME NOT IN (?, ?))")) {
            tables.setString(1, "SCHEMA_VERSION");
            tables.setString(2, "TABLE LINK");
            tables.setString(3, "REBOUND");
            tables.setString(4, Database.WORKER);
            try (ResultSet r = tables.executeQuery()) {
                r.next();
                boolean strange = r.getInt(1) != 1;
                for (int c = 2; c <= 6; c++) {
                    strange |= r.getInt(c) > 0;
                }
                if (strange) {
                    throw new StoreException(
                            Trouble.FOREIGN, "This database was not made by Rebound, so it is not opened.", null);
                }
            }
        }
    }

    /** The format of a store. */
    static int version(Connection connection) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("SELECT version FROM schema_version");
                ResultSet r = p.executeQuery()) {
            r.next();
            return r.getInt(1);
        }
    }

    static StoreException newer(int version) {
        return new StoreException(
                Trouble.NEWER,
                "This store was made by a newer Rebound (format " + version + "). Update Rebound to open it.",
                null);
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
