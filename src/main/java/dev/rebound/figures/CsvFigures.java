package dev.rebound.figures;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A CSV whose columns are figures, one row a day (and a variant) or one row in all; or two columns, a figure's name and its
 * value. Variants of one day are added up, campaign by campaign where a column names it; where a column counts all and
 * another the unique ones, the unique ones count.
 */
final class CsvFigures {
    private static final Set<String> DAY = Set.of("date", "day", "time", "jour", "period");

    /** Columns that say which campaign a row is about. */
    private static final Set<String> CAMPAIGN =
            Set.of("campaign", "campaign name", "campaign_name", "campagne", "nom de campagne", "nom de la campagne");

    private static final Set<String> UNIQUE = Set.of("unique", "uniques");

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
        Set<String> open = new LinkedHashSet<>();
        Map<String, FigureSums> byCampaign = new LinkedHashMap<>();
        String claimant = Claimant.ofColumns(
                List.of(text.lines().findFirst().orElse("").replace("\"", "").split(String.valueOf(separator), -1)));
        try {
            List<NamedCsvRecord> rows = CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofNamedCsvRecord(text)
                    .stream()
                    .toList();
            FigureDays days = FigureDays.of(rows.stream()
                    .flatMap(row -> row.getFieldsAsMap().entrySet().stream())
                    .filter(cell -> DAY.contains(bare(cell.getKey())))
                    .map(Map.Entry::getValue)
                    .toList());
            rows.forEach(row -> row(row, days, byCampaign, open));
        } catch (CsvParseException e) {
            open.add(String.valueOf(e.getMessage()));
        }
        FigureSums unnamed = byCampaign.get("");
        return unnamed != null && byCampaign.size() == 1
                ? new ReadFigures(unnamed.claims(claimant), List.copyOf(open))
                : ReadFigures.of(claimant, byCampaign, List.copyOf(open));
    }

    private static void row(NamedCsvRecord row, FigureDays days, Map<String, FigureSums> byCampaign, Set<String> open) {
        Map<String, String> cells = row.getFieldsAsMap();
        LocalDate day = null;
        String campaign = "";
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            if (DAY.contains(bare(cell.getKey()))) {
                if (days.isOfTheSum(cell.getValue())) {
                    return;
                }
                day = days.day(cell.getValue());
                if (day == null && !cell.getValue().isBlank()) {
                    open.add(cell.getKey() + " " + cell.getValue().strip());
                }
            } else if (CAMPAIGN.contains(bare(cell.getKey())) && campaign.isEmpty()) {
                campaign = cell.getValue().strip();
            }
        }
        FigureSums sums = byCampaign.computeIfAbsent(campaign, c -> new FigureSums());
        Figure named = null;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String column = bare(cell.getKey());
            if (CAMPAIGN.contains(column) || isOfAll(column, cells.keySet())) {
                continue;
            }
            OptionalLong value = TextFigures.whole(cell.getValue());
            Figure figure = FigureWords.of(cell.getKey()).orElse(named);
            if (value.isEmpty()) {
                named = FigureWords.of(cell.getValue()).orElse(named);
            } else if (figure != null) {
                sums.add(figure, value.getAsLong(), day);
            } else if (!DAY.contains(column)) {
                open.add(cell.getKey());
            }
        }
    }

    /**
     * Whether a column counts what another column counts better: "Total Opens" beside "Unique Opens", "processed" beside
     * "requests", which also count what was dropped.
     */
    private static boolean isOfAll(String column, Set<String> columns) {
        Optional<Figure> figure = FigureWords.of(column);
        if (column.equals("processed") && columns.stream().anyMatch(c -> bare(c).equals("requests"))) {
            return true;
        }
        return figure.isPresent()
                && !isUnique(column)
                && columns.stream()
                        .map(CsvFigures::bare)
                        .anyMatch(c -> isUnique(c) && FigureWords.of(c).equals(figure));
    }

    private static boolean isUnique(String column) {
        return List.of(column.split("[^a-z]+", -1)).stream().anyMatch(UNIQUE::contains);
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
