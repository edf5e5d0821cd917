package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file as objects: header name (lower case, trimmed; a repeated one keeps its first column) to text. A row
 * that cannot be read, or has more or fewer cells than the header (empty ones at its end apart), is rejected and the next
 * line tried. A leading apostrophe before {@code = + - @} is taken off: the platform's exports put it there against
 * spreadsheets. {@code \N} is how databases unload a value that is none; a header that comes again is no row, a column
 * without a name (a row's number, or what stands behind the last separator) no field.
 */
final class CsvRecords implements Records {
    /** A missing quote makes a cell of all that follows; no cell of an export is longer. */
    private static final int LONGEST_CELL = 1 << 20;
    /** Each broken row may cost a look at a whole long cell behind it. */
    private static final int MOST_BROKEN = 1_000;

    private final ReplayedLines lines;
    private final char separator;
    private boolean commented;
    private final List<String> header;
    private List<String> headerCells = List.of();
    private Iterator<CsvRecord> rows;
    /** Lines before the place where the rows were taken up last. */
    private long before;

    /** The line behind the last row that was read. */
    private long following;

    private int broken;
    private boolean ended;

    CsvRecords(Part part, CsvDialect dialect) throws IOException {
        this.lines = new ReplayedLines(new BomSkipping(new InputStreamReader(part.stream(), dialect.charset())));
        this.separator = dialect.separator();
        this.before = dialect.linesBeforeHeader();
        if (before > 0) {
            lines.resumeAfter(before);
        }
        this.following = before + 1;
        this.rows = rows();
        this.header = header();
        if (dialect.commented()) {
            commented = true;
            before = following - 1;
            lines.resumeAfter(before);
            rows = rows();
        }
    }

    /** A table whose header stands behind so many lines that are not in the stream. */
    CsvRecords(InputStream in, CsvDialect dialect, long linesBefore) throws IOException {
        this.lines = new ReplayedLines(new BomSkipping(new InputStreamReader(in, dialect.charset())), linesBefore + 1);
        this.separator = dialect.separator();
        this.before = linesBefore;
        this.following = before + 1;
        this.rows = rows();
        this.header = header();
    }

    /** The names of the columns; none where the first row is no CSV, and then there are no rows either. */
    private List<String> header() throws IOException {
        try {
            CsvRecord names = row();
            headerCells = names == null ? List.of() : names.getFields();
            return names == null ? List.of() : names(names);
        } catch (CsvParseException e) {
            ended = true;
            return List.of();
        }
    }

    private Iterator<CsvRecord> rows() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .commentStrategy(commented ? CommentStrategy.SKIP : CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(lines)
                .iterator();
    }

    private static List<String> names(CsvRecord row) {
        List<String> names = new ArrayList<>();
        for (String cell : row.getFields()) {
            String name =
                    (names.isEmpty() ? CsvDialect.bare(cell) : cell).strip().toLowerCase(Locale.ROOT);
            names.add(!name.isEmpty() && names.contains(name) ? name + "#" + names.size() : name);
        }
        return names;
    }

    @Override
    public @Nullable JsonNode outline() {
        if (header.size() < 2) {
            return null;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        header.stream().filter(name -> !name.isEmpty()).forEach(name -> node.put(name, ""));
        return node;
    }

    @Override
    public @Nullable Found next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            CsvRecord row = row();
            while (row != null && row.getFields().equals(headerCells)) {
                // Several exports in one file, each with its header.
                row = row();
            }
            return row == null ? null : found(row);
        } catch (CsvParseException e) {
            return broken();
        }
    }

    /** The next row, or null at the end; trouble with the file comes out as itself. */
    private @Nullable CsvRecord row() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            CsvRecord row = rows.next();
            long line = row.getStartingLineNumber() + before;
            lines.forget(line);
            following = line
                    + 1
                    + row.getFields().stream().mapToLong(CsvRecords::lineEnds).sum();
            return row;
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static long lineEnds(String cell) {
        long ends = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean second = c == '\n' && i > 0 && cell.charAt(i - 1) == '\r';
            ends += (c == '\n' || c == '\r') && !second ? 1 : 0;
        }
        return ends;
    }

    /** Gives the line up at which a row cannot be read, and takes the rows up again behind it. */
    private Found broken() throws IOException {
        if (++broken > MOST_BROKEN) {
            ended = true;
            return Found.bad(
                    "",
                    following,
                    "From line " + following
                            + " on too many rows cannot be read as CSV; the rest was left out. Fetch the"
                            + " export again.");
        }
        String text = lines.resumeAfter(following);
        while (text.isEmpty() && following < lines.last()) {
            text = lines.resumeAfter(++following);
        }
        long line = following++;
        before = line;
        rows = rows();
        return Found.bad(
                text.substring(0, Math.min(text.length(), 10_000)),
                line,
                "Line " + line
                        + " cannot be read as CSV: a quotation mark is missing or stands in the wrong place. Mend"
                        + " the line, or fetch the export again.");
    }

    private Found found(CsvRecord row) {
        long line = row.getStartingLineNumber() + before;
        String text = text(row.getFields());
        if (row.getFieldCount() != header.size() && !hasEmptyRest(row)) {
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
            if (!header.get(i).isEmpty()) {
                node.put(header.get(i), cell(row.getField(i)));
            }
        }
        return Found.good(node, text, line);
    }

    /** Some exports end each row with separators that the header does not have; nothing stands behind them. */
    private boolean hasEmptyRest(CsvRecord row) {
        return row.getFieldCount() > header.size()
                && row.getFields().subList(header.size(), row.getFieldCount()).stream()
                        .allMatch(String::isBlank);
    }

    private static String cell(String value) {
        if (value.equals("\\N")) {
            return "";
        }
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
