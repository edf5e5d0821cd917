package dev.rebound.bench.scale;

import dev.rebound.bench.scale.Traffic.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** SQLite, embedded: rows by prepared statement in one transaction, event ids in a unique index, full synchronisation. */
final class SqlitePeer extends SqlPeer {
    private static final int COLUMNS = 12;

    private final boolean records;
    private final Path file;
    private final Connection connection;

    /** @param records whether each record is kept as it stood in its file, as Rebound does */
    SqlitePeer(Path folder, Samples samples, boolean records) throws SQLException {
        super(samples, "instr(%s, '%s') > 0");
        this.records = records;
        file = folder.resolve("sqlite.db");
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("PRAGMA cache_size = -262144");
        run("CREATE TABLE event(event_type TEXT, id TEXT UNIQUE, user_id TEXT, time INTEGER, email_address TEXT,"
                + " campaign_id TEXT, campaign_name TEXT, dispatch_id TEXT, esp TEXT, sending_ip TEXT, is_drop TEXT,"
                + " bounce_reason TEXT" + (records ? ", record TEXT)" : ")"));
        connection.setAutoCommit(false);
    }

    @Override
    public String name() {
        return records ? "SQLite, records kept" : "SQLite";
    }

    @Override
    Connection connection() {
        return connection;
    }

    /** The rows hold no quotation marks, so that splitting at commas reads them; nothing is faster. */
    @Override
    public long load(Path from, Format format) throws SQLException, IOException {
        if (format != Format.CSV) {
            throw new IllegalArgumentException("only CSV is measured here");
        }
        try (PreparedStatement p =
                        connection.prepareStatement("INSERT OR IGNORE INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?"
                                + (records ? ",?)" : ")"));
                BufferedReader in = Files.newBufferedReader(from)) {
            in.readLine();
            int batched = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                bind(p, line);
                if (records) {
                    p.setString(COLUMNS + 1, line);
                }
                p.addBatch();
                if (++batched % 1_000 == 0) {
                    p.executeBatch();
                }
            }
            p.executeBatch();
        }
        connection.commit();
        return read("SELECT COUNT(*) FROM event");
    }

    private static void bind(PreparedStatement p, String line) throws SQLException {
        int start = 0;
        for (int c = 1; c <= COLUMNS; c++) {
            int comma = line.indexOf(',', start);
            int end = comma < 0 || c == COLUMNS ? line.length() : comma;
            if (c == 4) {
                p.setLong(c, Long.parseLong(line, start, end, 10));
            } else {
                p.setString(c, start == end ? null : line.substring(start, end));
            }
            start = end + 1;
        }
    }

    @Override
    public void understand() throws SQLException {
        super.understand();
        run("CREATE INDEX message_time ON message(time)");
        run("CREATE INDEX message_campaign ON message(campaign_name)");
        run("CREATE INDEX message_address ON message(email_address)");
        run("CREATE INDEX event_address ON event(email_address)");
        connection.commit();
    }

    @Override
    public long closedSizeBytes() throws SQLException, IOException {
        connection.close();
        return Files.size(file);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
