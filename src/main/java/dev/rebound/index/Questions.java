package dev.rebound.index;

import dev.rebound.column.Dictionary;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers filters over one table. Immutable and safe for any thread. */
public final class Questions {
    /** What people name. */
    private static final Set<Field> NAMES = EnumSet.of(Field.CAMPAIGN, Field.CANVAS, Field.VARIANT);

    /** Where a text without a field is looked for. */
    private static final List<Field> SEARCHED = List.of(
            Field.ADDRESS,
            Field.SUBJECT,
            Field.CAMPAIGN,
            Field.REPLY,
            Field.REASON,
            Field.MESSAGE_ID,
            Field.DISPATCH_ID,
            Field.USER);

    /** Below this number a copy of a part of a set costs more than a walk over its rows. */
    private static final int FEW_ROWS = 100_000;

    /** Below this part of the table, asking row by row is quicker than going through a column. */
    private static final int FEW_OF_ALL = 20;

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
        return rows(filter, whole);
    }

    /** Those of some rows that a filter accepts. */
    private Bitmap rows(Filter filter, Bitmap among) {
        return switch (filter) {
            case Filter.All all -> among;
            case Filter.And and -> {
                Bitmap left = among;
                for (Filter part : quickestFirst(and.parts())) {
                    left = rows(part, left);
                }
                yield left;
            }
            case Filter.Or or ->
                or.parts().stream()
                        .map(part -> rows(part, among))
                        .reduce(Bitmap::or)
                        .orElseThrow();
            case Filter.Not not -> among.without(rows(not.part(), among));
            case Filter.Text text -> text(text.text(), among);
            case Filter.Term term -> term(term.field(), term.match(), among);
        };
    }

    /** What leaves few rows at little cost comes first: the others then look at few. */
    private List<Filter> quickestFirst(List<Filter> parts) {
        return parts.stream().sorted(Comparator.comparingInt(this::slowness)).toList();
    }

    private int slowness(Filter part) {
        if (!(part instanceof Filter.Term term)) {
            return part instanceof Filter.All ? 0 : 3;
        }
        return switch (term.field().kind()) {
            case TIME -> table.numbers(term.field()) == null ? 0 : 2;
            case TEXT -> term.match() instanceof Match.Exact ? 1 : 3;
            case FLAG, NUMBER, DURATION -> 2;
        };
    }

    private Bitmap none() {
        return Bitmap.none(table.size());
    }

    /** Few rows are asked one by one; else the whole column is gone through, which is quicker a row. */
    private boolean isFew(Bitmap among) {
        return among.cardinality() < table.size() / FEW_OF_ALL;
    }

    private Bitmap text(String text, Bitmap among) {
        Bitmap rows = none();
        String folded = FilterValues.folded(text);
        for (Field field : SEARCHED) {
            Table.Codes column = table.codes(field);
            if (column != null) {
                String asWord = field == Field.REASON ? folded.replace(' ', '_') : folded;
                rows = rows.or(codes(column, new TextMatch.Plain(asWord, false), among));
            }
        }
        return rows;
    }

    private Bitmap term(Field field, Match match, Bitmap among) {
        if (field != Field.RECORD && match instanceof Match.OneOf one) {
            return oneOf(field, one, among);
        }
        return switch (field.kind()) {
            case FLAG -> flag(match, field == Field.HAS).and(among);
            case TIME -> time(field, match, among);
            case NUMBER, DURATION -> number(field, match, among);
            case TEXT ->
                field == Field.RECORD
                        ? recorded(match).and(among)
                        : match instanceof Match.Exact name && NAMES.contains(field)
                                ? named(field, name, among)
                                : text(field, TextMatch.of(field, match), among);
        };
    }

    /** Single messages are meant by their whole names only. */
    private Bitmap recorded(Match match) {
        Stream<Match> named = match instanceof Match.OneOf list ? list.values().stream() : Stream.of(match);
        Set<String> names = named.filter(Match.Exact.class::isInstance)
                .map(m -> ((Match.Exact) m).value())
                .collect(Collectors.toSet());
        Bitmap rows = table.named(names);
        return rows == null ? none() : rows;
    }

    /**
     * Names differ in case and accents alone now and then: where one is written exactly so, it alone is meant, so that a number
     * beside a name opens its own rows.
     */
    private Bitmap named(Field field, Match.Exact name, Bitmap among) {
        Table.Codes column = table.codes(field);
        for (int code = 0; column != null && code < column.codes(); code++) {
            if (column.text(code).equals(name.value())) {
                boolean[] accepted = new boolean[column.codes()];
                accepted[code] = true;
                return rows(column, accepted, among);
            }
        }
        return text(field, TextMatch.of(field, name), among);
    }

    private Bitmap text(Field field, TextMatch match, Bitmap among) {
        Table.Several several = table.several(field);
        if (several != null) {
            return several(several, match, among);
        }
        Table.Codes column = table.codes(field);
        return column == null ? none() : codes(column, match, among);
    }

    private Bitmap several(Table.Several column, TextMatch match, Bitmap among) {
        boolean[] accepted = new boolean[column.codes()];
        for (int code = 0; code < accepted.length; code++) {
            accepted[code] = match.accepts(FilterValues.folded(column.text(code)));
        }
        Bitmap rows = none();
        among.forEach(row -> column.each(row, code -> {
            if (accepted[code]) {
                rows.set(row);
            }
        }));
        return rows;
    }

    private Bitmap oneOf(Field field, Match.OneOf one, Bitmap among) {
        if (field.kind() == Field.Kind.TEXT) {
            return text(field, TextMatch.of(field, one), among);
        }
        return one.values().stream()
                .map(m -> term(field, m, among))
                .reduce(Bitmap::or)
                .orElse(none());
    }

    private Bitmap codes(Table.Codes column, TextMatch match, Bitmap among) {
        boolean[] accepted = new boolean[column.codes()];
        boolean some = false;
        Dictionary dictionary = column.dictionary();
        if (match instanceof TextMatch.Plain plain && dictionary != null && plain.isAscii()) {
            some = plain.search(dictionary, accepted);
        } else {
            for (int code = 0; code < accepted.length; code++) {
                accepted[code] = match.accepts(FilterValues.folded(column.text(code)));
                some |= accepted[code];
            }
        }
        return some ? rows(column, accepted, among) : none();
    }

    private Bitmap rows(Table.Codes column, boolean[] accepted, Bitmap among) {
        return isFew(among)
                ? among.where(row -> column.code(row) >= 0 && accepted[column.code(row)])
                : column.rows(accepted, table.size()).and(among);
    }

    private Bitmap flag(Match match, boolean has) {
        Optional<FlagWord> word = match instanceof Match.Exact e ? FlagWord.named(e.value()) : Optional.empty();
        Bitmap rows = word.map(w -> table.flagged(w, has)).orElse(null);
        return rows == null ? none() : rows;
    }

    private Bitmap number(Field field, Match match, Bitmap among) {
        Table.Numbers column = table.numbers(field);
        if (column == null) {
            return none();
        }
        if (match instanceof Match.Wildcard || match instanceof Match.Regex) {
            return written(column, TextMatch.of(field, match), field == Field.TRIES ? 0 : 1, among);
        }
        double[] limits = limits(field, match);
        return numbers(among, row -> {
            long value = column.value(row);
            return value != Table.Numbers.UNKNOWN && value >= limits[0] && value <= limits[1];
        });
    }

    private Bitmap numbers(Bitmap among, IntPredicate accepted) {
        return isFew(among)
                ? among.where(accepted)
                : Bitmap.where(table.size(), accepted).and(among);
    }

    /** The rows whose number, as it is written, is meant; numbers below the least are none. */
    private static Bitmap written(Table.Numbers column, TextMatch match, long least, Bitmap among) {
        Map<Long, Boolean> accepted = new HashMap<>();
        return among.where(row -> {
            long value = column.value(row);
            return value != Table.Numbers.UNKNOWN
                    && value >= least
                    && accepted.computeIfAbsent(value, v -> match.accepts(Long.toString(v)));
        });
    }

    /** Smallest and largest accepted value. */
    private double[] limits(Field field, Match match) {
        return switch (match) {
            case Match.Exact e -> new double[] {read(field, e.value()), read(field, e.value())};
            case Match.Range r ->
                new double[] {
                    r.from() == null ? Double.NEGATIVE_INFINITY : read(field, r.from()),
                    r.to() == null ? Double.POSITIVE_INFINITY : read(field, r.to())
                };
            case Match.Compare c -> {
                double v = read(field, c.value());
                yield switch (c.operator()) {
                    case GREATER -> new double[] {Math.nextUp(v), Double.POSITIVE_INFINITY};
                    case AT_LEAST -> new double[] {v, Double.POSITIVE_INFINITY};
                    case LESS -> new double[] {Double.NEGATIVE_INFINITY, Math.nextDown(v)};
                    case AT_MOST -> new double[] {Double.NEGATIVE_INFINITY, v};
                };
            }
            case Match.Any a ->
                new double[] {field == Field.TRIES ? Double.NEGATIVE_INFINITY : 1, Double.POSITIVE_INFINITY};
            default -> new double[] {1, 0};
        };
    }

    private static double read(Field field, String value) {
        if (field.kind() == Field.Kind.DURATION) {
            return FilterValues.duration(value).map(d -> (double) d.toMillis()).orElse(Double.NaN);
        }
        OptionalDouble number = FilterValues.number(value);
        return number.isPresent() ? number.getAsDouble() : Double.NaN;
    }

    private Bitmap time(Field field, Match match, Bitmap among) {
        long[] span = TimeSpans.of(field, match, now, zone);
        Table.Numbers own = table.numbers(field);
        return own == null
                ? among.between(firstAtOrAfter(span[0]), firstAtOrAfter(span[1]))
                : numbers(among, row -> {
                    long at = own.value(row);
                    return at != Table.Numbers.UNKNOWN && at >= span[0] && at < span[1];
                });
    }

    /** The first row at or after a time; the table's size when there is none. */
    public int firstAtOrAfter(long millis) {
        int low = 0;
        int high = table.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.timeMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
            int end = firstAtOrAfter(to.toEpochMilli());
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
