package dev.rebound.filter;

import dev.rebound.filter.FilterSyntaxException.Problem;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        return unaccented(text).toLowerCase(Locale.ROOT);
    }

    /** The text without accents; letters keep their case, which means something in a regular expression. */
    public static String unaccented(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
            }
        }
        return text;
    }

    /** What matches the whole of a folded text that a pattern with stars and question marks means. */
    public static com.google.re2j.Pattern wildcard(String pattern) {
        return com.google.re2j.Pattern.compile(wildcardExpression(folded(pattern)), com.google.re2j.Pattern.DOTALL);
    }

    /** What is found in a folded text by a regular expression. */
    public static com.google.re2j.Pattern regex(String expression) {
        return com.google.re2j.Pattern.compile(
                unaccented(expression), com.google.re2j.Pattern.CASE_INSENSITIVE | com.google.re2j.Pattern.DOTALL);
    }

    private static String wildcardExpression(String pattern) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(com.google.re2j.Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '*') {
                out.append(".*");
            } else if (c == '?') {
                out.append('.');
            } else {
                out.append(com.google.re2j.Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }

    /** Whether a sign separates words: the spaces of French typography do, and the mark at the beginning of a file. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
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
        checkForm(field, match, position, length);
        switch (match) {
            case Match.OneOf one -> {
                for (Match m : one.values()) {
                    check(field, m, position, length);
                }
            }
            case Match.Exact e -> checkValue(field, e.value(), position, length);
            case Match.Compare c -> checkEnd(field, c.value(), position, length);
            case Match.Range r -> {
                if (r.from() != null) {
                    checkEnd(field, r.from(), position, length);
                }
                if (r.to() != null) {
                    checkEnd(field, r.to(), position, length);
                }
                checkOrder(field, r, position, length);
            }
            default -> {}
        }
    }

    /** A range that ends before it begins holds nothing. */
    private static void checkOrder(Field field, Match.Range range, int position, int length)
            throws FilterSyntaxException {
        String from = range.from();
        String to = range.to();
        if (from == null || to == null) {
            return;
        }
        boolean backwards = switch (field.kind()) {
            case NUMBER -> number(from).orElse(0) > number(to).orElse(0);
            case DURATION ->
                duration(from).orElse(Duration.ZERO).compareTo(duration(to).orElse(Duration.ZERO)) > 0;
            case TIME -> isDated(from) && isDated(to) && from.compareTo(to) > 0 && !to.startsWith(from);
            case TEXT, FLAG -> false;
        };
        if (backwards) {
            String right = to + ".." + from;
            throw new FilterSyntaxException(
                    field.kind() == Field.Kind.TIME
                            ? Problem.BAD_TIME
                            : field.kind() == Field.Kind.NUMBER ? Problem.BAD_NUMBER : Problem.BAD_DURATION,
                    position,
                    length,
                    "The range of \"" + field.code() + ":\" ends before it begins. Try \"" + field.code() + ":" + right
                            + "\".",
                    right);
        }
    }

    /** Whether a time is written so that its letters are in the order of time. */
    private static boolean isDated(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");
    }

    /** Refuses what cannot be asked of a field, which would find nothing, and everything when negated. */
    private static void checkForm(Field field, Match match, int position, int length) throws FilterSyntaxException {
        boolean pattern = match instanceof Match.Wildcard || match instanceof Match.Regex;
        if (field.kind() == Field.Kind.FLAG && !(match instanceof Match.Exact || match instanceof Match.OneOf)) {
            String near = match instanceof Match.Wildcard w ? FlagWord.like(w.pattern()) : FlagWord.like("");
            throw new FilterSyntaxException(
                    Problem.UNKNOWN_WORD,
                    position,
                    length,
                    "\"" + field.code() + ":\" takes whole words only. Try \"" + field.code() + ":" + near + "\".",
                    near);
        }
        if (match instanceof Match.Compare compare && field.kind() == Field.Kind.TEXT && !field.hasSpans()) {
            throw new FilterSyntaxException(
                    Problem.NO_ORDER,
                    position,
                    length,
                    "\"" + field.code() + ":\" has no order. Try \"" + field.code() + ":" + compare.value() + "\".",
                    compare.value());
        }
        if (pattern && (field.kind() == Field.Kind.TIME || field.kind() == Field.Kind.DURATION)) {
            boolean time = field.kind() == Field.Kind.TIME;
            String near = time ? "2026-03-10..2026-03-19" : "2h..4h";
            throw new FilterSyntaxException(
                    time ? Problem.BAD_TIME : Problem.BAD_DURATION,
                    position,
                    length,
                    "\"" + field.code() + ":\" takes neither * and ? nor a regular expression. Try \"" + field.code()
                            + ":" + near + "\".",
                    near);
        }
    }

    /** A limit of enhanced codes is a number of such a code's form; a single one may be any text. */
    private static void checkEnd(Field field, String value, int position, int length) throws FilterSyntaxException {
        checkValue(field, value, position, length);
        if (field == Field.ENHANCED_CODE && EnhancedCodes.named(value).isEmpty()) {
            throw new FilterSyntaxException(
                    Problem.BAD_NUMBER,
                    position,
                    length,
                    "\"" + value + "\" does not fit \"" + field.code() + ":\". Try \"" + field.code() + ":5.1..5.2\".",
                    "5.1..5.2");
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
            String near = field.kind() == Field.Kind.FLAG ? flagLike(value) : example(field);
            throw new FilterSyntaxException(
                    problem,
                    position,
                    length,
                    "\"" + value + "\" does not fit \"" + field.code() + ":\"."
                            + (near.isEmpty() ? "" : " Try \"" + field.code() + ":" + near + "\"."),
                    near);
        }
    }

    /** The word that is most like a mistyped one; several with commas between are a list. */
    private static String flagLike(String value) {
        List<String> parts = List.of(value.split("[,;]", -1));
        return parts.size() > 1
                        && parts.stream().allMatch(p -> FlagWord.named(p).isPresent())
                ? "(" + String.join(", ", parts) + ")"
                : FlagWord.nearest(value).orElse("");
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
