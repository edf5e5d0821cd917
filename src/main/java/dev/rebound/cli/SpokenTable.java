package dev.rebound.cli;

import dev.rebound.report.Rows;
import dev.rebound.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as a table for people: codes become words of the language. Machines ask for a format instead. */
final class SpokenTable {
    private static final int WIDEST_CELL = 110;

    /** Where the words of a column's codes stand in the vocabulary; the first family that has the code counts. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "state", List.of("state."),
            "reason", List.of("reason."),
            "class", List.of("class."),
            "subscription", List.of("subscription."),
            "validity", List.of("validity."),
            "verdict", List.of("verdict."),
            "split", List.of("split."),
            "why", List.of("doubt."),
            "kind", List.of("contradiction.", "kind."));

    private SpokenTable() {}

    /** Prints them; the result is how many there were. */
    static int print(Terminal terminal, Words words, Rows rows, List<String> shown) {
        List<List<String>> cells = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<String> line = new ArrayList<>();
            for (String column : shown) {
                Object value = row.get(rows.columns().indexOf(column));
                line.add(value == null ? "" : cell(words, column, value.toString()));
            }
            cells.add(line);
        }
        terminal.table(header(words, shown.toArray(String[]::new)), cells);
        return cells.size();
    }

    /** The columns' names in the language. */
    static List<String> header(Words words, String... columns) {
        return Arrays.stream(columns).map(c -> words.of("column." + c)).toList();
    }

    private static String cell(Words words, String column, String value) {
        List<String> families = FAMILIES.get(column);
        String text = families == null
                ? value.replace('\n', ' ')
                : Arrays.stream(value.split(", ", -1))
                        .map(code -> spoken(words, families, code))
                        .collect(Collectors.joining("; "));
        return text.length() > WIDEST_CELL ? text.substring(0, WIDEST_CELL - 1) + "…" : text;
    }

    private static String spoken(Words words, List<String> families, String code) {
        return families.stream()
                .map(family -> family + code)
                .filter(words.keys()::contains)
                .findFirst()
                .map(words::of)
                .orElse(code);
    }
}
