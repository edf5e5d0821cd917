package dev.rebound.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A question about rows. Immutable; {@link #toText()} reads back to an equal tree. */
public sealed interface Filter {
    /** Every row. */
    record All() implements Filter {}

    /** Rows that all parts accept; at least two parts. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Rows that some part accepts; at least two parts. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Rows that the part does not accept. */
    record Not(Filter part) implements Filter {}

    /** Rows with this text in address, subject, campaign, reply, reason or ids; case and accents do not matter. */
    record Text(String text) implements Filter {}

    /** Rows whose field has a matching value. */
    record Term(Field field, Match match) implements Filter {}

    /** Every row. */
    static Filter all() {
        return new All();
    }

    /** Rows whose field has exactly this value (case and accents aside). */
    static Filter is(Field field, String value) {
        return new Term(field, new Match.Exact(value));
    }

    /** All of them; {@code All} and nested conjunctions are folded, a part said twice is kept once. */
    static Filter and(Filter... all) {
        Set<Filter> distinct = new LinkedHashSet<>();
        for (Filter part : all) {
            distinct.addAll(part.chips());
        }
        List<Filter> parts = List.copyOf(distinct);
        return parts.isEmpty() ? all() : parts.size() == 1 ? parts.getFirst() : new And(parts);
    }

    /** The parts that hold together: what the operator sees as chips. Empty for every row. */
    default List<Filter> chips() {
        return switch (this) {
            case All a -> List.of();
            case And and -> and.parts();
            default -> List.of(this);
        };
    }

    /** This filter without one of its chips. */
    default Filter without(Filter chip) {
        List<Filter> rest = new java.util.ArrayList<>(chips());
        rest.remove(chip);
        return rest.isEmpty() ? all() : rest.size() == 1 ? rest.getFirst() : new And(rest);
    }

    /** Whether it asks for days or times, which mean others in another zone; moments of UTC do not. */
    default boolean namesClockTimes() {
        return switch (this) {
            case And and -> and.parts().stream().anyMatch(Filter::namesClockTimes);
            case Or or -> or.parts().stream().anyMatch(Filter::namesClockTimes);
            case Not not -> not.part().namesClockTimes();
            case Term term ->
                (term.field().kind() == Field.Kind.TIME || term.field() == Field.SENT_ON)
                        && term.match().namesClockTimes();
            case Text t -> false;
            case All a -> false;
        };
    }

    /** The text that reads back to this filter. */
    default String toText() {
        return FilterText.of(this);
    }
}
