package dev.rebound.figures;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV whose columns are figures, one row a day (and a variant) or one row in all; or two columns, a figure's name and its
 * value. Variants of one day are added up; where a column counts all and another the unique ones, the unique ones count.
 */
final class CsvFigures {
    private static final Set<String> DAY = Set.of("date", "day", "time", "jour", "period");
    private static final String SEPARATORS = ",;\t";

    private CsvFigures() {}

    /** Whether the first line is a header that names a figure and has more than one column. */
    static boolean isCsv(String text) {
        String first = text.lines().findFirst().orElse("");
        String[] cells = first.split("[,;\t]", -1);
        return cells.length > 1
                && java.util.Arrays.stream(cells)
                        .map(CsvFigures::bare)
                        .anyMatch(c -> FigureWords.of(c).isPresent() || DAY.contains(c) || c.equals("figure"))
                && java.util.Arrays.stream(cells).noneMatch(c -> c.matches(".*\\d{2,}.*"));
    }

    private static String bare(String cell) {
        return FilterValues.folded(cell.replace("\"", "").strip());
    }

    static ReadFigures read(String text) {
        char separator = separator(text.lines().findFirst().orElse(""));
        List<Claim> claims = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        Map<LocalDate, Map<Figure, Long>> days = new java.util.TreeMap<>();
        Map<Figure, Long> whole = new EnumMap<>(Figure.class);
        String claimant = Claimant.ofColumns(
                List.of(text.lines().findFirst().orElse("").replace("\"", "").split(String.valueOf(separator), -1)));
        try {
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofNamedCsvRecord(text)
                    .forEach(row -> row(row, days, whole, open));
        } catch (CsvParseException e) {
            open.add(String.valueOf(e.getMessage()));
        }
        whole.forEach((figure, n) -> claims.add(new Claim(claimant, figure, null, n)));
        days.forEach((day, figures) -> figures.forEach((figure, n) -> claims.add(new Claim(claimant, figure, day, n))));
        return new ReadFigures(claims, List.copyOf(open));
    }

    private static void row(
            NamedCsvRecord row, Map<LocalDate, Map<Figure, Long>> days, Map<Figure, Long> whole, Set<String> open) {
        LocalDate day = null;
        for (Map.Entry<String, String> cell : row.getFieldsAsMap().entrySet()) {
            if (DAY.contains(bare(cell.getKey()))) {
                day = day(cell.getValue());
            }
        }
        Figure named = null;
        for (Map.Entry<String, String> cell : row.getFieldsAsMap().entrySet()) {
            OptionalLong value = TextFigures.whole(cell.getValue());
            if (row.getFieldsAsMap().keySet().stream().anyMatch(h -> bare(h).equals("unique " + bare(cell.getKey())))) {
                continue;
            }
            Figure figure = FigureWords.of(cell.getKey()).orElse(named);
            if (value.isEmpty()) {
                named = FigureWords.of(cell.getValue()).orElse(named);
            } else if (figure != null) {
                add(figure, value.getAsLong(), day, days, whole);
            } else if (!DAY.contains(bare(cell.getKey()))) {
                open.add(cell.getKey());
            }
        }
    }

    private static void add(
            Figure figure,
            long value,
            @Nullable LocalDate day,
            Map<LocalDate, Map<Figure, Long>> days,
            Map<Figure, Long> whole) {
        whole.merge(figure, value, Long::sum);
        if (day != null) {
            days.computeIfAbsent(day, d -> new EnumMap<>(Figure.class)).merge(figure, value, Long::sum);
        }
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            return LocalDate.parse(
                    cell.strip().substring(0, Math.min(10, cell.strip().length())));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static char separator(String header) {
        char best = ',';
        long most = -1;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char c = SEPARATORS.charAt(i);
            long n = header.chars().filter(x -> x == c).count();
            if (n > most) {
                most = n;
                best = c;
            }
        }
        return best;
    }
}
