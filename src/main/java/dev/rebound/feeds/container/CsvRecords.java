package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file as objects: header name (lower case, trimmed; a repeated one keeps its first column) to text. A row
 * with more or fewer cells than the header is rejected and the next one read. A leading apostrophe before
 * {@code = + - @} is taken off: the platform's exports put it there against spreadsheets.
 */
final class CsvRecords implements Records {
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private final char separator;
    private boolean ended;

    CsvRecords(Part part, CsvDialect dialect) throws IOException {
        Reader reader = new InputStreamReader(part.stream(), dialect.charset());
        this.separator = dialect.separator();
        rows = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(new BomSkipping(reader))
                .iterator();
        header = rows.hasNext() ? names(rows.next()) : List.of();
    }

    static List<String> names(CsvRecord row) {
        List<String> names = new ArrayList<>();
        for (String cell : row.getFields()) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            names.add(names.contains(name) ? name + "#" + names.size() : name);
        }
        return names;
    }

    @Override
    public @Nullable Found next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (!rows.hasNext()) {
                return null;
            }
            return found(rows.next());
        } catch (CsvParseException | NoSuchElementException e) {
            ended = true;
            return Found.bad(
                    "",
                    0,
                    "From here on this is not readable as CSV (" + String.valueOf(e.getMessage())
                            + "); a quote may be missing.");
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private Found found(CsvRecord row) {
        long line = row.getStartingLineNumber();
        String text = text(row.getFields());
        if (row.getFieldCount() != header.size()) {
            return Found.bad(
                    text,
                    line,
                    "Line " + line + " has " + row.getFieldCount() + " cells, the header has " + header.size() + ".");
        }
        if (text.indexOf('\u0000') >= 0 || text.indexOf('\uFFFD') >= 0) {
            return Found.bad(text, line, "Line " + line + " holds bytes that are no text in this file's encoding.");
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            node.put(header.get(i), cell(row.getField(i)));
        }
        return Found.good(node, text, line);
    }

    private static String cell(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0
                ? value.substring(1)
                : value;
    }

    private String text(List<String> cells) {
        StringJoiner out = new StringJoiner(String.valueOf(separator));
        for (String cell : cells) {
            boolean quote = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            out.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return out.toString();
    }
}
