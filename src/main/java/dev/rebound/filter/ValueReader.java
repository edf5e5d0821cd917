package dev.rebound.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.rebound.filter.FilterSyntaxException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind the colon of a field: a word, a list, a comparison, a span, a pattern. */
final class ValueReader {
    private static final int LONGEST_REGEX = 1_000;

    private final FilterSigns signs;

    ValueReader(FilterSigns signs) {
        this.signs = signs;
    }

    /** The values in parentheses behind a field of this name. */
    Match list(String name) throws FilterSyntaxException {
        int open = signs.at++;
        List<Match> values = new ArrayList<>();
        while (true) {
            while (!signs.atEnd()
                    && (FilterValues.isSpace(signs.peek()) || signs.peek() == ',' || signs.peek() == ';')) {
                signs.at++;
            }
            if (signs.atEnd()) {
                throw FilterSigns.problem(
                        Problem.OPEN_PARENTHESIS, open, 1, "The list after \"" + name + ":\" is not closed.", "");
            }
            if (signs.peek() == ')') {
                if (values.isEmpty()) {
                    throw FilterSigns.problem(
                            Problem.MISSING_VALUE,
                            open,
                            signs.at + 1 - open,
                            "The list after \"" + name + ":\" is empty.",
                            "");
                }
                signs.at++;
                return values.size() == 1 ? values.getFirst() : new Match.OneOf(values);
            }
            values.add(single(",;"));
        }
    }

    /** The value of a field: one word, a comparison or a span, as the field has it. */
    Match value(Field field) throws FilterSyntaxException {
        if (field.kind() == Field.Kind.TEXT && signs.standsInAngles()) {
            return single("");
        }
        for (Match.Operator op : new Match.Operator[] {
            Match.Operator.AT_LEAST, Match.Operator.AT_MOST, Match.Operator.GREATER, Match.Operator.LESS
        }) {
            if (signs.text.startsWith(op.sign(), signs.at)) {
                signs.at += op.sign().length();
                return new Match.Compare(op, plain("", field));
            }
        }
        if (signs.peek() == '=') {
            signs.at++;
            if (signs.isValueMissing()) {
                throw FilterSigns.problem(
                        Problem.MISSING_VALUE,
                        signs.at - 1,
                        1,
                        "A value is missing for \"" + field.code() + ":\".",
                        "");
            }
        }
        if (!field.hasSpans()) {
            return single("");
        }
        if (signs.text.startsWith("..", signs.at)) {
            signs.at += 2;
            return new Match.Range(null, plain("", field));
        }
        int before = signs.at;
        Match first = single("");
        if (first instanceof Match.Exact exact) {
            int dots = FilterSigns.isQuote(signs.text.charAt(before))
                    ? -1
                    : exact.value().indexOf("..");
            if (dots > 0) {
                signs.at = before + dots + 2;
                String to = signs.isValueMissing() ? null : plain("", field);
                return new Match.Range(exact.value().substring(0, dots), to);
            }
            if (signs.text.startsWith("..", signs.at)) {
                signs.at += 2;
                String to = signs.isValueMissing() ? null : plain("", field);
                return new Match.Range(exact.value(), to);
            }
        }
        return first;
    }

    private String plain(String stops, Field field) throws FilterSyntaxException {
        if (signs.atEnd() || FilterValues.isSpace(signs.peek())) {
            throw FilterSigns.problem(
                    Problem.MISSING_VALUE, signs.at - 1, 1, "A value is missing for \"" + field.code() + ":\".", "");
        }
        return signs.isQuoted() ? FilterSigns.unescaped(signs.quoted()) : signs.bare(stops);
    }

    private Match single(String stops) throws FilterSyntaxException {
        if (signs.peek() == '/') {
            return regex();
        }
        if (signs.isQuoted()) {
            String inner = signs.quoted();
            return FilterSigns.isWild(inner)
                    ? new Match.Wildcard(FilterSigns.wildcard(inner))
                    : new Match.Exact(FilterSigns.unescaped(inner));
        }
        String word = signs.id(stops);
        if (word.equals("*")) {
            return new Match.Any();
        }
        return FilterSigns.isWild(word) ? new Match.Wildcard(word) : new Match.Exact(word);
    }

    private Match regex() throws FilterSyntaxException {
        int start = signs.at++;
        StringBuilder expression = new StringBuilder();
        while (!signs.atEnd() && signs.peek() != '/') {
            if (signs.peek() == '\\' && signs.at + 1 < signs.text.length() && signs.text.charAt(signs.at + 1) == '/') {
                signs.at++;
            } else if (signs.peek() == '\\' && signs.at + 1 < signs.text.length()) {
                expression.append(signs.text.charAt(signs.at++));
            }
            expression.append(signs.text.charAt(signs.at++));
        }
        if (signs.atEnd()) {
            throw FilterSigns.problem(
                    Problem.OPEN_QUOTE, start, signs.at - start, "The regular expression is not closed with /.", "");
        }
        signs.at++;
        if (expression.length() > LONGEST_REGEX) {
            throw FilterSigns.problem(
                    Problem.TOO_LONG, start, signs.at - start, "A regular expression may have 1,000 characters.", "");
        }
        try {
            Pattern.compile(FilterValues.unaccented(expression.toString()));
        } catch (PatternSyntaxException e) {
            throw FilterSigns.problem(
                    Problem.BAD_REGEX,
                    start,
                    signs.at - start,
                    "Not a regular expression: " + e.getDescription() + ".",
                    "");
        }
        return new Match.Regex(expression.toString());
    }
}
