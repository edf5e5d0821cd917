package dev.rebound.index;

import dev.rebound.filter.Field;
import dev.rebound.filter.FilterValues;
import java.util.Arrays;
import java.util.Comparator;

/** Rows in the order of the values of a field. */
final class RowOrder {
    private RowOrder() {}

    static int[] of(Table table, Bitmap rows, Field field, boolean descending) {
        int[] rank = ranks(table, rows, field);
        long[] keys = new long[rows.cardinality()];
        int[] at = {0};
        rows.forEach(row -> {
            int key = rank[row] < 0 ? Integer.MAX_VALUE : descending ? Integer.MAX_VALUE - 1 - rank[row] : rank[row];
            keys[at[0]++] = (long) key << 32 | Integer.MAX_VALUE - row;
        });
        Arrays.parallelSort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = Integer.MAX_VALUE - (int) keys[i];
        }
        return order;
    }

    /** The place of each row's value among the values of the field; -1 where it has none. */
    private static int[] ranks(Table table, Bitmap rows, Field field) {
        int[] rank = new int[table.size()];
        Table.Numbers numbers = table.numbers(field);
        if (numbers != null) {
            long unit = field.kind() == Field.Kind.NUMBER ? 1 : 1_000;
            rows.forEach(row -> rank[row] = numbers.value(row) == Table.Numbers.UNKNOWN
                    ? -1
                    : Math.clamp(numbers.value(row) / unit, 0, Integer.MAX_VALUE - 2));
            return rank;
        }
        Table.Codes column = table.codes(field);
        if (column == null) {
            throw new IllegalArgumentException("no column " + field);
        }
        Integer[] codes = new Integer[column.codes()];
        String[] texts = new String[codes.length];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = code;
            texts[code] = FilterValues.folded(column.text(code));
        }
        Arrays.parallelSort(codes, Comparator.comparing(code -> texts[code]));
        int[] place = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            place[codes[i]] = i;
        }
        rows.forEach(row -> rank[row] = column.code(row) < 0 ? -1 : place[column.code(row)]);
        return rank;
    }
}
