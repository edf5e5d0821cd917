package dev.rebound.feeds.container;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file in UTF-8 whose quotation marks, where there are any, all stand around whole cells. */
final class FlatCsv implements FlatRows.FlatReader {
    private static final int MOST_COLUMNS = 60;
    private static final long QUOTES = FlatText.eightTimes((byte) '"');

    private final FlatRow.Names names;
    private final int columns;
    private final byte separator;
    private final long separators;

    private final byte[] header;

    private FlatCsv(byte[] header, List<String> names, char separator) {
        this.header = header;
        this.names = new FlatRow.Names(names);
        this.columns = names.size();
        this.separator = (byte) separator;
        this.separators = FlatText.eightTimes(this.separator);
    }

    /** A reader by the header line; null where the header is not plain. */
    static @Nullable FlatCsv of(byte[] head, int end, char separator) {
        int from = end >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf ? 3 : 0;
        String line = new String(head, from, end - from, StandardCharsets.UTF_8);
        List<String> cells = cells(line, separator);
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            names.add(names.contains(name) ? name + "#" + names.size() : name);
        }
        return names.isEmpty() || names.size() > MOST_COLUMNS
                ? null
                : new FlatCsv(Arrays.copyOfRange(head, from, end), names, separator);
    }

    /** The cells of one line; none where it is no whole row. */
    private static List<String> cells(String line, char separator) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .ofCsvRecord(line)) {
            Iterator<CsvRecord> found = rows.iterator();
            return found.hasNext() ? found.next().getFields() : List.of();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    @Override
    public boolean read(byte[] b, int from, int to, FlatRow row) {
        if (Arrays.equals(header, 0, header.length, b, from, to)) {
            return false;
        }
        int column = 0;
        int all = 0;
        boolean controls = false;
        boolean marked = false;
        for (int i = from; i <= to; i++) {
            boolean within = i < to && b[i] == '"';
            int start = within ? i + 1 : i;
            byte closing = within ? (byte) '"' : separator;
            long closings = within ? QUOTES : separators;
            for (i = start; ; i++) {
                i = FlatText.plainEnd(b, i, to, closings, QUOTES);
                if (i == to || b[i] == closing) {
                    break;
                }
                byte c = b[i];
                if (c == '"') {
                    return false;
                }
                all |= c;
                controls |= c < ' ' && c >= 0 && c != '\t';
            }
            if (column == columns || (i - start > 1 && b[start] == '\'' && isGuarded(b[start + 1]))) {
                return false;
            }
            row.from[column] = start;
            row.writtenTo[column] = i;
            row.to[column++] = i - start == 2 && b[start] == '\\' && b[start + 1] == 'N' ? start : i;
            if (within) {
                marked = true;
                if (i == to || (++i < to && b[i] != separator)) {
                    return false;
                }
            }
        }
        if (column != columns || controls || (all < 0 && !FlatText.isWellFormed(b, from, to))) {
            return false;
        }
        row.names = names;
        row.recordFrom = from;
        row.recordTo = to;
        row.marked = marked;
        return true;
    }

    /** The platform's exports put an apostrophe before these, against spreadsheets. */
    private static boolean isGuarded(byte c) {
        return c == '=' || c == '+' || c == '-' || c == '@';
    }
}
