package dev.rebound.bench.scale;

import dev.rebound.bench.scale.Traffic.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * DuckDB, embedded: its own CSV and JSON readers, distinct by event id, sorted by time, checkpointed. Where it keeps each
 * record too, its readers give lines, which its functions take apart: no reader of its own gives both.
 */
final class DuckDbPeer extends SqlPeer {
    private static final String COLUMNS = "event_type, id, user_id, time, email_address, campaign_id, campaign_name,"
            + " dispatch_id, esp, sending_ip, is_drop, bounce_reason";
    private static final String TYPES = "{'event_type': 'VARCHAR', 'id': 'VARCHAR', 'user_id': 'VARCHAR', 'time': 'BIGINT',"
            + " 'email_address': 'VARCHAR', 'campaign_id': 'VARCHAR', 'campaign_name': 'VARCHAR', 'dispatch_id': 'VARCHAR',"
            + " 'esp': 'VARCHAR', 'sending_ip': 'VARCHAR', 'is_drop': 'VARCHAR', 'bounce_reason': 'VARCHAR'";
    private final boolean records;
    private final Path file;
    private final Connection connection;
    private boolean filled;

    /** @param records whether each record is kept as it stood in its file, as Rebound does */
    DuckDbPeer(Path folder, Samples samples, boolean records) throws SQLException {
        super(samples, "contains(%s, '%s')");
        this.records = records;
        file = folder.resolve("duck.db");
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        run("SET threads = " + Runtime.getRuntime().availableProcessors());
        run("SET preserve_insertion_order = false");
    }

    @Override
    public String name() {
        return records ? "DuckDB, records kept" : "DuckDB";
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    public long load(Path from, Format format) throws SQLException {
        String rows = records ? taken(from, format) : read(from, format);
        String distinct = "SELECT DISTINCT ON (id) " + COLUMNS + (records ? ", record" : "") + " FROM (" + rows + ")";
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

    private static String read(Path from, Format format) {
        return format == Format.CSV
                ? "SELECT * FROM read_csv('" + from + "', header = true, columns = " + TYPES + "})"
                : "SELECT * EXCLUDE (message_extras) FROM read_json('" + from
                        + "', format = 'newline_delimited', columns = " + TYPES + ", 'message_extras': 'VARCHAR'})";
    }

    /** The rows hold no quotation marks, so that splitting at commas reads them. */
    private static String taken(Path from, Format format) {
        List<String> values = new ArrayList<>();
        String[] names = COLUMNS.split(", ", -1);
        for (int c = 0; c < names.length; c++) {
            String text = format == Format.CSV ? "NULLIF(cells[" + (c + 1) + "], '')" : "record ->> '" + names[c] + "'";
            values.add((names[c].equals("time") ? "CAST(" + text + " AS BIGINT)" : text) + " AS " + names[c]);
        }
        String of = format == Format.CSV
                ? "SELECT record, string_split(record, ',') AS cells FROM read_csv('" + from
                        + "', header = false, skip = 1, delim = '\t', quote = '', escape = '', columns = {'record': 'VARCHAR'})"
                : "SELECT json AS record FROM read_ndjson_objects('" + from + "', format = 'newline_delimited')";
        return "SELECT " + String.join(", ", values) + ", CAST(record AS VARCHAR) AS record FROM (" + of + ")";
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
