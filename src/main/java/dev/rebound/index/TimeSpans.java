package dev.rebound.index;

import dev.rebound.filter.Field;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.FilterValues.Span;
import dev.rebound.filter.Match;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a term on time means in milliseconds: from (inclusive) and to (exclusive). */
final class TimeSpans {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm[:ss]");

    private TimeSpans() {}

    static long[] of(Field field, Match match, Instant now, ZoneId zone) {
        return switch (match) {
            case Match.Exact e -> {
                Span span = span(e.value(), now, zone, null);
                yield switch (field) {
                    case SINCE -> new long[] {span.from().toEpochMilli(), Long.MAX_VALUE};
                    case UNTIL -> new long[] {Long.MIN_VALUE, span.to().toEpochMilli()};
                    default -> new long[] {span.from().toEpochMilli(), span.to().toEpochMilli()};
                };
            }
            case Match.Range r -> {
                Span from = r.from() == null ? null : span(r.from(), now, zone, null);
                long start = from == null ? Long.MIN_VALUE : from.from().toEpochMilli();
                long end = r.to() == null
                        ? Long.MAX_VALUE
                        : span(r.to(), now, zone, from).to().toEpochMilli();
                yield new long[] {start, end};
            }
            case Match.Compare c -> {
                Span span = span(c.value(), now, zone, null);
                yield switch (c.operator()) {
                    case GREATER -> new long[] {span.to().toEpochMilli(), Long.MAX_VALUE};
                    case AT_LEAST -> new long[] {span.from().toEpochMilli(), Long.MAX_VALUE};
                    case LESS -> new long[] {Long.MIN_VALUE, span.from().toEpochMilli()};
                    case AT_MOST -> new long[] {Long.MIN_VALUE, span.to().toEpochMilli()};
                };
            }
            case Match.Any a -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
            default -> new long[] {0, 0};
        };
    }

    /** A clock time as a range's end means that time on the day the range begins. */
    private static Span span(String value, Instant now, ZoneId zone, @Nullable Span begin) {
        return FilterValues.time(value, now, zone).orElseGet(() -> {
            Instant day = begin == null ? now : begin.from();
            Instant at = day.atZone(zone)
                    .toLocalDate()
                    .atTime(LocalTime.parse(value, CLOCK))
                    .atZone(zone)
                    .toInstant();
            return new Span(at, at.plusSeconds(60));
        });
    }
}
