package dev.rebound.feeds.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tables that reports print under a title: one or a few lines of words and "name, value", an empty one perhaps, then the
 * header. The header is the first line with more names than any line above it has words in cells, whose row below has as
 * many cells. Where no line is that, the first one is the header.
 */
final class TitledTable {
    private static final int MOST_LINES = 15;
    private static final int MOST_IN_TITLE = 2;

    private TitledTable() {}

    /** The index of the header among the lines, of which the one at {@code first} is not empty. */
    static int header(List<String> lines, int first) {
        int most = 0;
        for (int i = first; i < Math.min(lines.size(), first + MOST_LINES); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            char separator = CsvDialect.separator(line);
            int filled = filled(cells(line, separator));
            if (i > first && filled > most && filled >= 2 * most && isHeader(lines, i, separator)) {
                return i;
            }
            if (filled > MOST_IN_TITLE) {
                return first;
            }
            most = Math.max(most, filled);
        }
        return first;
    }

    private static boolean isHeader(List<String> lines, int at, char separator) {
        List<String> names = cells(lines.get(at), separator);
        Set<String> known = new HashSet<>();
        boolean all = names.size() > 1
                && names.stream().allMatch(n -> isName(n) && known.add(n.strip().toLowerCase(Locale.ROOT)));
        int below = at + 1;
        return all && below < lines.size() && cells(lines.get(below), separator).size() == names.size();
    }

    /** The name of a column: no address, no number, no sentence. */
    private static boolean isName(String cell) {
        return cell.indexOf('@') < 0
                && cell.length() < 60
                && cell.chars().anyMatch(Character::isLetter)
                && cell.chars().filter(Character::isDigit).count() < 4;
    }

    private static int filled(List<String> cells) {
        return (int) cells.stream().filter(c -> !c.isBlank()).count();
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == separator && separator != 0) {
                cells.add(line.substring(from, i));
                from = i + 1;
            }
        }
        cells.add(line.substring(from));
        return cells;
    }
}
