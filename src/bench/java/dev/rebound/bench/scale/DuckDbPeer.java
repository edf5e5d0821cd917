package dev.rebound.bench.scale;

import dev.rebound.bench.scale.Traffic.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** DuckDB, embedded: its own CSV and JSON readers, distinct by event id, sorted by time, checkpointed. */
final class DuckDbPeer extends SqlPeer {
    private static final String COLUMNS = "event_type, id, user_id, time, email_address, campaign_id, campaign_name,"
            + " dispatch_id, esp, sending_ip, is_drop, bounce_reason";
    private static final String TYPES = "{'event_type': 'VARCHAR', 'id': 'VARCHAR', 'user_id': 'VARCHAR', 'time': 'BIGINT',"
            + " 'email_address': 'VARCHAR', 'campaign_id': 'VARCHAR', 'campaign_name': 'VARCHAR', 'dispatch_id': 'VARCHAR',"
            + " 'esp': 'VARCHAR', 'sending_ip': 'VARCHAR', 'is_drop': 'VARCHAR', 'bounce_reason': 'VARCHAR'";
    private final Path file;
    private final Connection connection;
    private boolean filled;

    DuckDbPeer(Path folder, Samples samples) throws SQLException {
        super(samples, "contains(%s, '%s')");
        file = folder.resolve("duck.db");
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        run("SET threads = " + Runtime.getRuntime().availableProcessors());
        run("SET preserve_insertion_order = false");
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    public long load(Path from, Format format) throws SQLException {
        String rows = format == Format.CSV
                ? "SELECT * FROM read_csv('" + from + "', header = true, columns = " + TYPES + "})"
                : "SELECT * EXCLUDE (message_extras) FROM read_json('" + from
                        + "', format = 'newline_delimited', columns = " + TYPES + ", 'message_extras': 'VARCHAR'})";
        String distinct = "SELECT DISTINCT ON (id) " + COLUMNS + " FROM (" + rows + ")";
        if (filled) {
            run("INSERT INTO event SELECT * FROM (" + distinct
                    + ") AS n WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = n.id) ORDER BY time");
        } else {
            run("CREATE TABLE event AS " + distinct + " ORDER BY time");
        }
        filled = true;
        run("CHECKPOINT");
        return read("SELECT COUNT(*) FROM event");
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
