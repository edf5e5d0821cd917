package dev.rebound.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes rows in one of the formats; the stream stays open. */
public enum RowWriter {
    NDJSON {
        @Override
        void write(Rows rows, CsvDialect dialect, List<RowExport.Fact> about, OutputStream out) throws IOException {
            for (List<@Nullable Object> row : rows.rows()) {
                out.write(object(rows, row).toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    },
    CSV {
        @Override
        void write(Rows rows, CsvDialect dialect, List<RowExport.Fact> about, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (dialect.byteOrderMark()) {
                writer.write('\uFEFF');
            }
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(dialect.separator())
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
            csv.writeRecord(rows.columns());
            for (List<@Nullable Object> row : rows.rows()) {
                csv.writeRecord(row.stream().map(RowWriter::cell).toList());
            }
            csv.flush();
        }
    },
    XLSX {
        @Override
        void write(Rows rows, CsvDialect dialect, List<RowExport.Fact> about, OutputStream out) throws IOException {
            Spreadsheet.write(rows, about, out);
        }
    },
    MD {
        @Override
        void write(Rows rows, CsvDialect dialect, List<RowExport.Fact> about, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("| " + String.join(" | ", rows.columns()) + " |\n");
            writer.write("|" + " --- |".repeat(rows.columns().size()) + "\n");
            for (List<@Nullable Object> row : rows.rows()) {
                writer.write('|');
                for (Object value : row) {
                    String cell = value == null ? "" : value.toString();
                    writer.write(' ');
                    writer.write(cell.replace("\\", "\\\\")
                            .replace("|", "\\|")
                            .replace('\n', ' ')
                            .replace('\r', ' '));
                    writer.write(" |");
                }
                writer.write('\n');
            }
            writer.flush();
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the rows; the stream stays open. */
    abstract void write(Rows rows, CsvDialect dialect, List<RowExport.Fact> about, OutputStream out) throws IOException;

    /** Writes the rows as spreadsheets of a language read them; the stream stays open. */
    public void write(Rows rows, Locale locale, OutputStream out) throws IOException {
        write(rows, CsvDialect.of(locale), List.of(), out);
    }

    /** The ending of a file of this format. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word: {@code ndjson}, {@code csv}, {@code xlsx}, {@code md}. */
    public static Optional<RowWriter> named(String word) {
        for (RowWriter w : values()) {
            if (w.name().equalsIgnoreCase(word)) {
                return Optional.of(w);
            }
        }
        return Optional.empty();
    }

    /** One row as a JSON object; unknown values are null. */
    public static ObjectNode object(Rows rows, List<@Nullable Object> row) {
        ObjectNode node = JSON.createObjectNode();
        for (int c = 0; c < row.size(); c++) {
            Object value = row.get(c);
            switch (value) {
                case null -> node.putNull(rows.columns().get(c));
                case Long l -> node.put(rows.columns().get(c), l);
                case Integer i -> node.put(rows.columns().get(c), i);
                default -> node.put(rows.columns().get(c), value.toString());
            }
        }
        return node;
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value instanceof Number ? value.toString() : CellGuard.guarded(value.toString());
    }
}
