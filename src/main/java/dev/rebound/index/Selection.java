package dev.rebound.index;

import dev.rebound.column.Dictionary;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of one table a filter accepts. Conditions that must hold together narrow each other: what leaves few rows at little
 * cost comes first, and the others look at those alone.
 *
 * @param now the moment from which relative times count
 * @param zone where days begin
 */
record Selection(Table table, Instant now, ZoneId zone) {
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

    /** Below this part of the table, asking row by row is quicker than going through a column. */
    private static final int FEW_OF_ALL = 20;

    /** Those of some rows that a filter accepts. */
    Bitmap rows(Filter filter, Bitmap among) {
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
                ? among.between(table.firstAtOrAfter(span[0]), table.firstAtOrAfter(span[1]))
                : numbers(among, row -> {
                    long at = own.value(row);
                    return at != Table.Numbers.UNKNOWN && at >= span[0] && at < span[1];
                });
    }
}
