package dev.rebound.index;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers filters over one table. Immutable and safe for any thread. */
public final class Questions {
    /** Below this number a copy of a part of a set costs more than a walk over its rows. */
    private static final int FEW_ROWS = 100_000;

    /** A value of a field and how many rows have it. */
    public record FacetValue(String value, long count) {}

    private final Table table;
    private final Instant now;
    private final ZoneId zone;
    private final Bitmap whole;
    /** Answers about the whole, which is asked for again whenever a filter is taken away. */
    private final Map<Object, List<?>> known = new ConcurrentHashMap<>();

    /** Questions over a table; relative times count from {@code now}, days begin in {@code zone}. */
    public Questions(Table table, Instant now, ZoneId zone) {
        this(table, now, zone, Bitmap.all(table.size()));
    }

    private Questions(Table table, Instant now, ZoneId zone, Bitmap whole) {
        this.table = table;
        this.now = now;
        this.zone = zone;
        this.whole = whole;
    }

    /** The same questions, answered with these rows only. */
    public Questions within(Bitmap rows) {
        return new Questions(table, now, zone, rows);
    }

    /** The rows that a filter accepts. */
    public Bitmap select(Filter filter) {
        return new Selection(table, now, zone).rows(filter, whole);
    }

    /** Rows of a page in time order, newest first when asked, skipping {@code offset} rows of the selection. */
    public int[] page(Bitmap rows, boolean newestFirst, long offset, int limit) {
        int total = rows.cardinality();
        long from = Math.min(offset, total);
        int n = (int) Math.min(limit, total - from);
        int[] page = new int[n];
        long skip = newestFirst ? total - from - n : from;
        int row = rows.nth(skip);
        for (int i = 0; i < n; i++) {
            page[newestFirst ? n - 1 - i : i] = row;
            row = rows.next(row + 1);
        }
        return page;
    }

    /** The values of a text field among the rows, most frequent first; rows without a value are left out. */
    public List<FacetValue> facet(Bitmap rows, Field field, int limit) {
        return isWhole(rows)
                ? known(new Facet(field, limit), () -> counted(rows, field, limit))
                : counted(rows, field, limit);
    }

    /** The very set: what looks like it by chance is rare and is counted anew. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isWhole(Bitmap rows) {
        return rows == whole;
    }

    private record Facet(Field field, int limit) {}

    private record Histogram(TimeStep step, Field field) {}

    @SuppressWarnings("unchecked")
    private <T> List<T> known(Object question, Supplier<List<T>> answer) {
        List<T> already = (List<T>) known.get(question);
        if (already == null) {
            already = List.copyOf(answer.get());
            known.put(question, already);
        }
        return already;
    }

    private List<FacetValue> counted(Bitmap rows, Field field, int limit) {
        Table.Codes column = table.codes(field);
        if (column == null) {
            return List.of();
        }
        long[] counts = new long[column.codes()];
        column.count(rows, counts);
        return FrequentValues.of(column, counts, limit);
    }

    /**
     * The rows that share a value, counted by another field too.
     *
     * @param value empty for the rows without one, which come last
     * @param parts how many of them have each value of the other field; rows without one are left out
     */
    public record Stack(String value, long count, List<FacetValue> parts) {}

    /** The rows by the values of a field, most frequent first; further values than the limit are left out. */
    public List<Stack> stacks(Bitmap rows, Field field, Field by, int limit) {
        Table.Codes column = table.codes(field);
        Table.Codes inner = table.codes(by);
        if (column == null || inner == null) {
            return List.of();
        }
        return FrequentValues.stacks(column, inner, rows, limit);
    }

    /** The values of a number field among the rows, most frequent first; unknown ones are left out. */
    public List<FacetValue> numbers(Bitmap rows, Field field, int limit) {
        Table.Numbers column = table.numbers(field);
        Map<Long, Long> counts = new HashMap<>();
        if (column != null) {
            rows.forEach(row -> {
                if (column.value(row) != Table.Numbers.UNKNOWN) {
                    counts.merge(column.value(row), 1L, Long::sum);
                }
            });
        }
        return counts.entrySet().stream()
                .map(e -> new FacetValue(e.getKey().toString(), e.getValue()))
                .sorted(Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(limit)
                .toList();
    }

    /**
     * The rows of the selection in the order of a field's values, rows without a value last, equal ones newest first.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    public int[] sorted(Bitmap rows, Field field, boolean descending) {
        return RowOrder.of(table, rows, field, descending);
    }

    /** One bar of a histogram: rows from a time to the next bar's time, counted by the values of a field. */
    public record Bin(Instant from, Instant to, Map<String, Long> counts) {
        public Bin {
            counts = Collections.unmodifiableMap(counts);
        }
    }

    /** Rows by hour or by day of the zone, from the first row's bar to the last one's; no bar is left out between. */
    public List<Bin> histogram(Bitmap rows, TimeStep step, Field stackedBy) {
        return isWhole(rows)
                ? known(new Histogram(step, stackedBy), () -> bins(rows, step, stackedBy))
                : bins(rows, step, stackedBy);
    }

    private List<Bin> bins(Bitmap rows, TimeStep step, Field stackedBy) {
        Table.Codes column = table.codes(stackedBy);
        int row = rows.next(0);
        List<Bin> bins = new ArrayList<>();
        if (row < 0) {
            return bins;
        }
        Instant from = step.start(Instant.ofEpochMilli(table.timeMillis(row)), zone);
        while (row >= 0) {
            Instant to = step.next(from, zone);
            int end = table.firstAtOrAfter(to.toEpochMilli());
            bins.add(new Bin(from, to, counts(rows, row, end, column)));
            row = rows.next(end);
            from = to;
        }
        return bins;
    }

    private static Map<String, Long> counts(Bitmap rows, int from, int to, Table.@Nullable Codes column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long[] byCode = new long[column == null ? 0 : column.codes()];
        long without = 0;
        if (column != null && to - from >= FEW_ROWS) {
            Bitmap here = rows.between(from, to);
            column.count(here, byCode);
            without = here.cardinality() - Arrays.stream(byCode).sum();
        } else {
            for (int row = from; row >= 0 && row < to; row = rows.next(row + 1)) {
                int code = column == null ? -1 : column.code(row);
                if (code < 0) {
                    without++;
                } else {
                    byCode[code]++;
                }
            }
        }
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0 && column != null) {
                counts.merge(column.text(code), byCode[code], Long::sum);
            }
        }
        if (without > 0) {
            counts.put("", without);
        }
        return counts;
    }
}
