package dev.rebound.filter;

import dev.rebound.filter.FilterSyntaxException.Problem;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of numbers, durations and times as people type them. */
public final class FilterValues {
    private static final Pattern DURATION = Pattern.compile("-?(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|min|m|h|d|j|w)");
    /** A stretch of time; the end is not part of it. */
    public record Span(Instant from, Instant to) {}

    private FilterValues() {}

    /** The text in the form in which texts are compared: no case, no accents, no punctuation between words. */
    public static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** A number, or empty. */
    public static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.replace(',', '.')));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A duration such as {@code 90s}, {@code 2h}, {@code 7d} (French {@code 7j}), or empty. A leading minus is ignored. */
    public static Optional<Duration> duration(String text) {
        Matcher m = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        double n = Double.parseDouble(m.group(1));
        long millis = switch (m.group(2)) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m", "min" -> 60_000L;
            case "h" -> 3_600_000L;
            case "w" -> 604_800_000L;
            default -> 86_400_000L;
        };
        return Optional.of(Duration.ofMillis(Math.round(n * millis)));
    }

    /** The stretch of time a text names: a day, a minute, a second, or an instant relative to {@code now}. */
    public static Optional<Span> time(String text, Instant now, ZoneId zone) {
        String t = text.strip();
        switch (folded(t)) {
            case "now", "maintenant" -> {
                return Optional.of(new Span(now, now.plusMillis(1)));
            }
            case "today", "aujourd'hui" -> {
                return Optional.of(CalendarTime.day(now.atZone(zone).toLocalDate(), zone));
            }
            case "yesterday", "hier" -> {
                return Optional.of(
                        CalendarTime.day(now.atZone(zone).toLocalDate().minusDays(1), zone));
            }
            default -> {}
        }
        if (t.startsWith("-") || t.startsWith("+")) {
            return duration(t.substring(1)).map(d -> {
                Instant at = t.startsWith("-") ? now.minus(d) : now.plus(d);
                return new Span(at, at.plusMillis(1));
            });
        }
        return CalendarTime.read(t, now, zone);
    }

    /** Refuses values that a field of numbers, durations or times cannot have. */
    static void check(Field field, Match match, int position, int length) throws FilterSyntaxException {
        switch (match) {
            case Match.OneOf one -> {
                for (Match m : one.values()) {
                    check(field, m, position, length);
                }
            }
            case Match.Exact e -> checkValue(field, e.value(), position, length);
            case Match.Compare c -> checkValue(field, c.value(), position, length);
            case Match.Range r -> {
                if (r.from() != null) {
                    checkValue(field, r.from(), position, length);
                }
                if (r.to() != null) {
                    checkValue(field, r.to(), position, length);
                }
            }
            default -> {}
        }
    }

    private static void checkValue(Field field, String value, int position, int length) throws FilterSyntaxException {
        Problem problem = switch (field.kind()) {
            case NUMBER -> number(value).isPresent() ? null : Problem.BAD_NUMBER;
            case DURATION -> duration(value).isPresent() ? null : Problem.BAD_DURATION;
            case TIME ->
                time(value, Instant.EPOCH, ZoneId.of("UTC")).isPresent() || isClock(value) ? null : Problem.BAD_TIME;
            case FLAG -> FlagWord.named(value).isPresent() ? null : Problem.UNKNOWN_WORD;
            case TEXT -> null;
        };
        if (problem != null) {
            String near =
                    field.kind() == Field.Kind.FLAG ? FlagWord.nearest(value).orElse("") : example(field);
            throw new FilterSyntaxException(
                    problem,
                    position,
                    length,
                    "\"" + value + "\" does not fit \"" + field.code() + ":\"."
                            + (near.isEmpty() ? "" : " Try \"" + field.code() + ":" + near + "\"."),
                    near);
        }
    }

    /** A time of day without a date, as the second end of a range may be. */
    static boolean isClock(String value) {
        return value.matches("\\d{1,2}:\\d{2}(:\\d{2})?");
    }

    private static String example(Field field) {
        return switch (field.kind()) {
            case NUMBER -> "3";
            case DURATION -> "2h";
            case TIME -> "2026-03-14";
            default -> "";
        };
    }
}
