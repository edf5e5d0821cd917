package dev.rebound.index;

import com.google.re2j.Pattern;
import dev.rebound.filter.Field;
import dev.rebound.filter.FilterValues;
import dev.rebound.filter.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                Pattern p = Pattern.compile(wildcard(FilterValues.folded(w.pattern())), Pattern.DOTALL);
                yield value -> p.matcher(value).matches();
            }
            case Match.Regex r -> {
                Pattern p = Pattern.compile(r.expression(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
                yield value -> p.matcher(value).find();
            }
            case Match.OneOf one -> oneOf(field, one.values());
            case Match.Range r -> {
                String from = r.from() == null ? "" : FilterValues.folded(r.from());
                String to = r.to() == null ? "\uffff" : FilterValues.folded(r.to());
                yield value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
            }
            case Match.Compare c -> {
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

    private static TextMatch exact(Field field, String raw) {
        String wanted = normal(field, raw);
        return switch (field) {
            // Long free texts are looked into; everything else is compared whole.
            case REPLY, SUBJECT, FILE, NOTE -> value -> value.contains(wanted);
            case IP -> wanted.indexOf('/') > 0 ? CidrMatch.of(wanted) : wanted::equals;
            default -> wanted::equals;
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

    private static String wildcard(String pattern) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '*') {
                out.append(".*");
            } else if (c == '?') {
                out.append('.');
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }
}
