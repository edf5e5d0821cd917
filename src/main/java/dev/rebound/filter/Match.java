package dev.rebound.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which values of a field are meant. Values stay as typed; what a number, time or duration means is read when asked. */
public sealed interface Match {
    /** This value. */
    record Exact(String value) implements Match {}

    /** A pattern in which {@code *} stands for any text and {@code ?} for one character. */
    record Wildcard(String pattern) implements Match {}

    /** A regular expression, found anywhere in the value; RE2 syntax, at most 1,000 characters. */
    record Regex(String expression) implements Match {}

    /** One of these values. */
    record OneOf(List<Match> values) implements Match {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** From one value to another, both included; null leaves an end open. */
    record Range(@Nullable String from, @Nullable String to) implements Match {}

    /** Greater or less than a value. */
    record Compare(Operator operator, String value) implements Match {}

    /** Any value at all. */
    record Any() implements Match {}

    /** Whether one of its values, read as a time, is one of the clock; a moment of UTC is not. */
    default boolean namesClockTimes() {
        return switch (this) {
            case Exact e -> !isMoment(e.value());
            case OneOf o -> o.values().stream().anyMatch(Match::namesClockTimes);
            case Range r -> !isMoment(r.from()) || !isMoment(r.to());
            case Compare c -> !isMoment(c.value());
            case Wildcard w -> true;
            case Regex r -> true;
            case Any a -> false;
        };
    }

    private static boolean isMoment(@Nullable String value) {
        return value == null || value.endsWith("Z") || value.startsWith("-");
    }

    /** A comparison. */
    enum Operator {
        GREATER(">"),
        AT_LEAST(">="),
        LESS("<"),
        AT_MOST("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign as typed. */
        public String sign() {
            return sign;
        }
    }
}
