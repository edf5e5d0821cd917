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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes rows in one of the formats; the stream stays open. */
public enum RowWriter {
    NDJSON {
        @Override
        public void write(Rows rows, Locale locale, OutputStream out) throws IOException {
            for (List<@Nullable Object> row : rows.rows()) {
                out.write(object(rows, row).toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    },
    CSV {
        @Override
        public void write(Rows rows, Locale locale, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            // French spreadsheets read a semicolon, and a byte order mark tells them the encoding.
            boolean french = locale.getLanguage().equals("fr");
            if (french) {
                writer.write('\uFEFF');
            }
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(french ? ';' : ',')
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
        public void write(Rows rows, Locale locale, OutputStream out) throws IOException {
            Workbook book = new Workbook(out, "Rebound", "1.0");
            Worksheet sheet = book.newWorksheet("Rebound");
            for (int c = 0; c < rows.columns().size(); c++) {
                sheet.value(0, c, rows.columns().get(c));
                sheet.style(0, c).bold().set();
            }
            sheet.freezePane(0, 1);
            int r = 1;
            for (List<@Nullable Object> row : rows.rows()) {
                for (int c = 0; c < row.size(); c++) {
                    Object value = row.get(c);
                    if (value instanceof Number n) {
                        sheet.value(r, c, n);
                    } else if (value != null) {
                        sheet.value(r, c, cell(value));
                    }
                }
                r++;
            }
            sheet.setAutoFilter(0, 0, Math.max(0, r - 1), rows.columns().size() - 1);
            book.finish();
        }
    },
    MD {
        @Override
        public void write(Rows rows, Locale locale, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder();
            text.append("| ").append(String.join(" | ", rows.columns())).append(" |\n");
            text.append("|").append(" --- |".repeat(rows.columns().size())).append('\n');
            for (List<@Nullable Object> row : rows.rows()) {
                text.append('|');
                for (Object value : row) {
                    String cell = value == null ? "" : value.toString();
                    text.append(' ')
                            .append(cell.replace("|", "\\|").replace('\n', ' ').replace('\r', ' '))
                            .append(" |");
                }
                text.append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the rows; the stream stays open. */
    public abstract void write(Rows rows, Locale locale, OutputStream out) throws IOException;

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
