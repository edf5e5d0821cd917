package dev.rebound.console.activity;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What clicks on values make of a filter. Pure. */
final class FilterEdits {
    private static final List<Field> TIMES = List.of(Field.TIME, Field.SINCE, Field.UNTIL, Field.ON, Field.AT);

    private FilterEdits() {}

    /** Only this value of a field; what the filter said of the field before is dropped. */
    static Filter keepOnly(Filter filter, Field field, String value) {
        return Filter.and(without(filter, field), term(field, value));
    }

    /** This value too, beside those of the field that are already asked for. */
    static Filter add(Filter filter, Field field, String value) {
        List<Filter> same =
                filter.chips().stream().filter(c -> concerns(c, field)).toList();
        Filter wanted = term(field, value);
        return Filter.and(
                without(filter, field), same.isEmpty() || same.contains(wanted) ? wanted : either(same, wanted));
    }

    private static Filter either(List<Filter> same, Filter wanted) {
        List<Filter> parts = new ArrayList<>();
        for (Filter s : same) {
            if (s instanceof Filter.Or or) {
                parts.addAll(or.parts());
            } else {
                parts.add(s);
            }
        }
        if (!parts.contains(wanted)) {
            parts.add(wanted);
        }
        return parts.size() == 1 ? wanted : new Filter.Or(parts);
    }

    /** Not this value. */
    static Filter exclude(Filter filter, Field field, String value) {
        return Filter.and(filter, new Filter.Not(term(field, value)));
    }

    /** Only a span of time, in place of any other. */
    static Filter narrow(Filter filter, Filter.Term span) {
        return Filter.and(anyTime(filter), span);
    }

    /** From a moment to another, the last not among them; both at full minutes of the zone. */
    static Filter.Term span(Instant from, Instant to, ZoneId zone) {
        return new Filter.Term(
                Field.TIME,
                new Match.Range(
                        isOnce(from, zone) ? local(from, zone) : from.toString(),
                        isOnce(to.minusSeconds(60), zone)
                                ? local(to.minusSeconds(60), zone)
                                : to.minusSeconds(1).toString()));
    }

    /** In autumn an hour of the clock comes twice; its times are written in UTC. */
    private static boolean isOnce(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                == 1;
    }

    private static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Whatever the time. */
    static Filter anyTime(Filter filter) {
        Filter rest = filter;
        for (Field time : TIMES) {
            rest = without(rest, time);
        }
        return rest;
    }

    /** The filter without whatever it says of a field: a facet shows what else could be chosen. */
    static Filter without(Filter filter, Field field) {
        Filter rest = Filter.all();
        for (Filter chip : filter.chips()) {
            if (!concerns(chip, field)) {
                rest = Filter.and(rest, chip);
            }
        }
        return rest;
    }

    static boolean concerns(Filter chip, Field field) {
        return switch (chip) {
            case Filter.Term term -> term.field() == field || (field == Field.STATE && namesState(term));
            case Filter.Not not -> concerns(not.part(), field);
            case Filter.Or or -> or.parts().stream().allMatch(p -> concerns(p, field));
            default -> false;
        };
    }

    private static boolean namesState(Filter.Term term) {
        return term.field() == Field.FLAG
                && term.match() instanceof Match.Exact e
                && FlagWord.named(e.value()).map(w -> w.state() != null).orElse(false);
    }

    /** The rows with a value; an empty one means those without any. */
    static Filter term(Field field, String value) {
        if (field == Field.STATE) {
            return FlagWord.named(value)
                    .map(w -> Filter.is(Field.FLAG, w.word()))
                    .orElse(value.isEmpty() ? none(field) : Filter.is(field, value));
        }
        return value.isEmpty() ? none(field) : Filter.is(field, value);
    }

    private static Filter none(Field field) {
        return new Filter.Not(new Filter.Term(field, new Match.Any()));
    }
}
