package dev.rebound.index;

import com.google.re2j.Pattern;
import dev.rebound.column.Dictionary;
import dev.rebound.filter.Field;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.Match;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A test on a folded text value (no case, no accents). */
interface TextMatch {
    /** Whether the value is meant; it is folded already. */
    boolean accepts(String folded);

    /** The test of a match on a text field. */
    static TextMatch of(Field field, Match match) {
        return switch (match) {
            case Match.Any any -> value -> true;
            case Match.Exact e -> exact(field, e.value());
            case Match.Wildcard w -> {
                TextMatch like = like(w.pattern());
                // Folders stand before a file's name where another file has the same.
                yield field == Field.FILE
                        ? value -> like.accepts(value) || like.accepts(value.substring(value.lastIndexOf('/') + 1))
                        : like;
            }
            case Match.Regex r -> {
                Pattern p = FilterValues.regex(r.expression());
                yield value -> p.matcher(value).find();
            }
            case Match.OneOf one -> oneOf(field, one.values());
            case Match.Range r -> {
                if (field == Field.ENHANCED_CODE) {
                    yield EnhancedMatch.of(r);
                }
                String from = r.from() == null ? "" : FilterValues.folded(r.from());
                String to = r.to() == null ? "\uffff" : FilterValues.folded(r.to());
                yield value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
            }
            case Match.Compare c -> {
                if (field == Field.ENHANCED_CODE) {
                    yield EnhancedMatch.of(c);
                }
                String limit = FilterValues.folded(c.value());
                yield value -> switch (c.operator()) {
                    case GREATER -> value.compareTo(limit) > 0;
                    case AT_LEAST -> value.compareTo(limit) >= 0;
                    case LESS -> value.compareTo(limit) < 0;
                    case AT_MOST -> value.compareTo(limit) <= 0;
                };
            }
        };
    }

    private static TextMatch like(String pattern) {
        if (isPartOnly(pattern)) {
            return new Plain(FilterValues.folded(pattern.substring(1, pattern.length() - 1)), false);
        }
        Pattern p = FilterValues.wildcard(pattern);
        return value -> p.matcher(value).matches();
    }

    private static boolean isPartOnly(String pattern) {
        return pattern.length() > 2
                && pattern.startsWith("*")
                && pattern.endsWith("*")
                && pattern.indexOf('*', 1) == pattern.length() - 1
                && pattern.indexOf('?') < 0
                && pattern.indexOf('\\') < 0;
    }

    /**
     * A text that is the value, or a part of it.
     *
     * @param folded as texts are compared
     * @param whole whether it is all of the value
     */
    record Plain(String folded, boolean whole) implements TextMatch {
        @Override
        public boolean accepts(String value) {
            return whole ? value.equals(folded) : value.contains(folded);
        }

        /** Whether it can be looked for in bytes: letters beyond ASCII have more than one form. */
        boolean isAscii() {
            return !folded.isEmpty() && folded.chars().allMatch(c -> c < 128);
        }

        /** Looks through a dictionary without making texts of it; says whether anything was found. */
        boolean search(Dictionary dictionary, boolean[] accepted) {
            byte[] wanted = folded.getBytes(StandardCharsets.US_ASCII);
            int n = Math.min(dictionary.size(), accepted.length);
            int parts = n < 10_000 ? 1 : Runtime.getRuntime().availableProcessors();
            return IntStream.range(0, parts)
                            .parallel()
                            .map(p -> dictionary.search(
                                    wanted,
                                    whole,
                                    (int) ((long) n * p / parts),
                                    (int) ((long) n * (p + 1) / parts),
                                    accepted,
                                    code -> accepts(FilterValues.folded(dictionary.value(code)))))
                            .sum()
                    > 0;
        }
    }

    private static TextMatch exact(Field field, String raw) {
        String wanted = normal(field, raw);
        return switch (field) {
            // Long free texts are looked into; everything else is compared whole.
            case REPLY, SUBJECT, FILE, NOTE -> new Plain(wanted, false);
            case IP -> wanted.indexOf('/') > 0 ? CidrMatch.of(wanted) : new Plain(wanted, true);
            default -> new Plain(wanted, true);
        };
    }

    private static String normal(Field field, String raw) {
        String wanted = FilterValues.folded(raw);
        return switch (field) {
            case REASON, STATE, CLASS, SUBSCRIPTION -> wanted.replace(' ', '_');
            case VALIDITY ->
                switch (wanted) {
                    case "yes", "oui" -> "valid";
                    case "no", "non" -> "invalid";
                    default -> wanted;
                };
            case IMPORT -> wanted.equals("dernier") ? "last" : wanted;
            case MESSAGE_ID ->
                wanted.startsWith("<") && wanted.endsWith(">") ? wanted.substring(1, wanted.length() - 1) : wanted;
            default -> wanted;
        };
    }

    private static TextMatch oneOf(Field field, List<Match> values) {
        Set<String> plain = new HashSet<>();
        TextMatch rest = value -> false;
        for (Match m : values) {
            if (m instanceof Match.Exact e
                    && field != Field.REPLY
                    && field != Field.SUBJECT
                    && field != Field.FILE
                    && field != Field.NOTE
                    && field != Field.IP) {
                plain.add(normal(field, e.value()));
            } else {
                TextMatch before = rest;
                TextMatch one = of(field, m);
                rest = value -> before.accepts(value) || one.accepts(value);
            }
        }
        TextMatch others = rest;
        return value -> plain.contains(value) || others.accepts(value);
    }
}
