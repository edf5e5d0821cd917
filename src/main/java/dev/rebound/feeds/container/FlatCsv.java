package dev.rebound.feeds.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file in UTF-8 whose cells have no quotation marks, or the row's all stand around whole cells. */
final class FlatCsv implements FlatRows.FlatReader {
    private final FlatRow.Names names;
    private final int columns;
    private final byte separator;

    private final byte[] header;

    private FlatCsv(byte[] header, List<String> names, char separator) {
        this.header = header;
        this.names = new FlatRow.Names(names);
        this.columns = names.size();
        this.separator = (byte) separator;
    }

    /** A reader by the header line; null where the header is not plain. */
    static @Nullable FlatCsv of(byte[] head, int end, char separator) {
        int from = end >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf ? 3 : 0;
        String line = new String(head, from, end - from, StandardCharsets.UTF_8);
        if (line.indexOf('"') >= 0 || line.isBlank()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (String cell : line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            names.add(names.contains(name) ? name + "#" + names.size() : name);
        }
        return names.size() > 60 ? null : new FlatCsv(Arrays.copyOfRange(head, from, end), names, separator);
    }

    @Override
    public boolean read(byte[] b, int from, int to, FlatRow row) {
        if (Arrays.equals(header, 0, header.length, b, from, to)) {
            return false;
        }
        int column = 0;
        int start = from;
        int all = 0;
        boolean controls = false;
        for (int i = from; i <= to; i++) {
            byte c = i == to ? separator : b[i];
            if (c == separator) {
                if (column == columns || (i - start > 1 && b[start] == '\'' && isGuarded(b[start + 1]))) {
                    return false;
                }
                row.from[column] = start;
                row.to[column++] = i - start == 2 && b[start] == '\\' && b[start + 1] == 'N' ? start : i;
                start = i + 1;
            } else if (c == '"') {
                return false;
            } else {
                all |= c;
                controls |= c < ' ' && c >= 0 && c != '\t';
            }
        }
        if (column != columns || controls || (all < 0 && !FlatText.isWellFormed(b, from, to))) {
            return false;
        }
        row.names = names;
        row.recordFrom = from;
        row.recordTo = to;
        return true;
    }

    /** The platform's exports put an apostrophe before these, against spreadsheets. */
    private static boolean isGuarded(byte c) {
        return c == '=' || c == '+' || c == '-' || c == '@';
    }
}
