package dev.rebound.filter;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a filter as the text that reads back to it. */
final class FilterText {
    private FilterText() {}

    static String of(Filter filter) {
        return switch (filter) {
            case Filter.All all -> "";
            case Filter.And and ->
                and.parts().stream()
                        .map(p -> p instanceof Filter.Or || p instanceof Filter.And ? "(" + of(p) + ")" : of(p))
                        .collect(Collectors.joining(" "));
            case Filter.Or or ->
                or.parts().stream()
                        .map(p -> p instanceof Filter.Or ? "(" + of(p) + ")" : of(p))
                        .collect(Collectors.joining(" OR "));
            case Filter.Not not ->
                switch (not.part()) {
                    case Filter.All all -> "-*";
                    case Filter.Term term -> "-" + of(term);
                    case Filter.Text text -> "-" + of(text);
                    default -> "-(" + of(not.part()) + ")";
                };
            case Filter.Text text -> quoted(text.text(), true);
            case Filter.Term term -> term.field().code() + ":" + match(term.match());
        };
    }

    private static String match(Match match) {
        return switch (match) {
            case Match.Exact e -> quoted(e.value(), false);
            case Match.Wildcard w ->
                w.pattern().chars().anyMatch(c -> FilterValues.isSpace((char) c)) || needsQuotes(w.pattern(), false)
                        ? "\"" + escaped(w.pattern()) + "\""
                        : w.pattern();
            case Match.Regex r -> "/" + r.expression().replace("/", "\\/") + "/";
            case Match.OneOf o ->
                o.values().stream().map(FilterText::match).collect(Collectors.joining(", ", "(", ")"));
            case Match.Range r -> end(r.from()) + ".." + end(r.to());
            case Match.Compare c -> c.operator().sign() + quoted(c.value(), false);
            case Match.Any a -> "*";
        };
    }

    private static String end(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : quoted(value, false);
    }

    private static String quoted(String value, boolean text) {
        boolean wild = value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
        // A quoted star is still a wildcard, so a literal one is escaped.
        return needsQuotes(value, text) || wild
                ? "\"" + escaped(value).replace("*", "\\*").replace("?", "\\?") + "\""
                : value;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static boolean needsQuotes(String value, boolean text) {
        if (value.isEmpty()
                || "/<>=\u201c\u201e\u00ab".indexOf(value.charAt(0)) >= 0
                || (text && value.charAt(0) == '-')
                || value.contains("..")) {
            return true;
        }
        String upper = value.toUpperCase(Locale.ROOT);
        if (upper.equals("OR") || upper.equals("AND") || upper.equals("NOT")) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (FilterValues.isSpace(c)
                    || "()\",|&\\".indexOf(c) >= 0
                    || (text && (c == ':' || c == '>' || c == '<' || c == '='))) {
                return true;
            }
        }
        return false;
    }
}
