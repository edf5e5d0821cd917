package dev.rebound.cli;

import dev.rebound.domain.EmailAddress;
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
                String text = value == null ? "" : cell(words, column, value.toString());
                // Nothing stands behind the last column, so it may be as long as it is.
                boolean cut = text.length() > WIDEST_CELL && !column.equals(shown.getLast());
                line.add(cut ? text.substring(0, WIDEST_CELL - 1) + "…" : text);
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

    /** The rows with one more column behind: the words for the codes of {@code column}. */
    static Rows withText(Words words, Rows rows, String column) {
        int at = rows.columns().indexOf(column);
        List<String> columns = new ArrayList<>(rows.columns());
        columns.add(column + "_text");
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> longer = new ArrayList<>(row);
            Object value = row.get(at);
            longer.add(value == null ? null : cell(words, column, value.toString()));
            all.add(longer);
        }
        return new Rows(columns, all);
    }

    /** An address for people: a hash, which nobody can read, by its beginning, which finds it again. */
    static String address(String text) {
        return EmailAddress.isPresent(text) && new EmailAddress(text).isHashed()
                ? new EmailAddress(text).shown()
                : text;
    }

    private static String cell(Words words, String column, String value) {
        if (column.equals("address")) {
            return address(value);
        }
        List<String> families = FAMILIES.get(column);
        if (families == null) {
            return value.replace('\n', ' ');
        }
        return value.isEmpty()
                ? ""
                : Arrays.stream(value.split(", ", -1))
                        .map(code -> spoken(words, families, code))
                        .collect(Collectors.joining(" · "));
    }

    /** A field's name for people; the name that is typed where there is no other. */
    static String field(Words words, String code) {
        return spoken(words, List.of("column."), code);
    }

    /** A field's value for people. */
    static String value(Words words, String field, String value) {
        return cell(words, field, value);
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
