package dev.rebound.filter;

import dev.rebound.filter.FilterSyntaxException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the filter language. A space means AND; {@code OR} and {@code |} bind weaker; {@code -} and {@code NOT} negate
 * what follows. A word with a colon is a field unless what stands before the colon ends in a digit (09:10), holds an
 * {@code @}, or the word is quoted.
 */
public final class FilterParser {
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");
    private static final Pattern SEVERAL = Pattern.compile("[^@,;\\s\"]+@[^@,;\\s\"]+([,;][^@,;\\s\"]+@[^@,;\\s\"]+)+");

    private final FilterSigns signs;
    private final ValueReader values;

    private FilterParser(String text) {
        signs = new FilterSigns(text);
        values = new ValueReader(signs);
    }

    /** The filter of a text; blank text accepts every row. */
    public static Filter parse(String text) throws FilterSyntaxException {
        return new FilterParser(text).whole();
    }

    private Filter whole() throws FilterSyntaxException {
        signs.spaces();
        if (signs.atEnd()) {
            return Filter.all();
        }
        Filter filter = or();
        signs.spaces();
        if (!signs.atEnd()) {
            throw FilterSigns.problem(
                    Problem.STRAY_PARENTHESIS, signs.at, 1, "A closing parenthesis has no opening one.", "");
        }
        return filter;
    }

    private Filter or() throws FilterSyntaxException {
        List<Filter> parts = new ArrayList<>();
        parts.add(and());
        while (signs.word("OR") || signs.sign('|')) {
            parts.add(and());
        }
        return parts.size() == 1
                ? parts.getFirst()
                : parts.contains(Filter.all()) ? Filter.all() : new Filter.Or(parts);
    }

    /** All of these; what accepts every row narrows nothing. */
    private static Filter together(List<Filter> parts) {
        List<Filter> narrowing =
                parts.stream().filter(p -> !p.equals(Filter.all())).toList();
        return switch (narrowing.size()) {
            case 0 -> Filter.all();
            case 1 -> narrowing.getFirst();
            default -> new Filter.And(narrowing);
        };
    }

    private Filter and() throws FilterSyntaxException {
        List<Filter> parts = new ArrayList<>();
        parts.add(not());
        while (true) {
            signs.spaces();
            if (signs.atEnd() || signs.peek() == ')' || signs.peek() == '|' || signs.looksAt("OR")) {
                return together(parts);
            }
            if (!signs.word("AND")) {
                signs.sign('&');
            }
            parts.add(not());
        }
    }

    private Filter not() throws FilterSyntaxException {
        signs.spaces();
        if (signs.word("NOT")
                || (!signs.atEnd()
                        && signs.peek() == '-'
                        && signs.at + 1 < signs.text.length()
                        && !FilterValues.isSpace(signs.text.charAt(signs.at + 1))
                        && signs.sign('-'))) {
            return new Filter.Not(not());
        }
        return atom();
    }

    private Filter atom() throws FilterSyntaxException {
        signs.spaces();
        if (signs.atEnd()) {
            throw FilterSigns.problem(
                    Problem.MISSING_VALUE, Math.max(0, signs.at - 1), 1, "Something is missing at the end.", "");
        }
        if (signs.peek() == '(') {
            int open = signs.at++;
            Filter inner = or();
            signs.spaces();
            if (signs.atEnd() || signs.peek() != ')') {
                throw FilterSigns.problem(Problem.OPEN_PARENTHESIS, open, 1, "This parenthesis is not closed.", "");
            }
            signs.at++;
            return inner;
        }
        if (signs.peek() == ')') {
            throw FilterSigns.problem(
                    Problem.STRAY_PARENTHESIS, signs.at, 1, "A closing parenthesis has no opening one.", "");
        }
        if (signs.isQuoted()) {
            return new Filter.Text(FilterSigns.unescaped(signs.quoted()));
        }
        int start = signs.at;
        int end = fieldEnd();
        if (end >= 0) {
            return term(start, end);
        }
        String word = signs.id("");
        return word.equals("*") ? Filter.all() : new Filter.Text(word);
    }

    /** The end of a field name that starts here, or -1 when the word is plain text. */
    private int fieldEnd() {
        int i = signs.at;
        while (i < signs.text.length()
                && (Character.isLetter(signs.text.charAt(i))
                        || signs.text.charAt(i) == '.'
                        || signs.text.charAt(i) == '_')) {
            i++;
        }
        if (i == signs.at || i == signs.text.length() || Character.isDigit(signs.text.charAt(i - 1))) {
            return -1;
        }
        char c = signs.text.charAt(i);
        if (c == ':') {
            // A word such as https://… is text, not a field.
            return signs.text.startsWith("://", i) ? -1 : i;
        }
        boolean compared = c == '>' || c == '<' || c == '=';
        return compared && Field.named(signs.text.substring(signs.at, i)).isPresent() ? i : -1;
    }

    private Filter term(int start, int end) throws FilterSyntaxException {
        String name = signs.text.substring(start, end);
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            String near = Field.nearest(name).orElse("");
            throw FilterSigns.problem(
                    Problem.UNKNOWN_FIELD,
                    start,
                    end - start,
                    "There is no field \"" + name + "\"."
                            + (near.isEmpty()
                                    ? " Put the word in quotes to search it as text."
                                    : " Did you mean \"" + near + ":\"?"),
                    near);
        }
        signs.at = signs.text.charAt(end) == ':' ? end + 1 : end;
        if (signs.isValueMissing()) {
            throw FilterSigns.problem(
                    Problem.MISSING_VALUE, start, signs.at - start, "A value is missing after \"" + name + ":\".", "");
        }
        int valueAt = signs.at;
        Match match = signs.peek() == '(' ? values.list(name) : values.value(field.get());
        FilterValues.check(field.get(), match, valueAt, signs.at - valueAt);
        return new Filter.Term(field.get(), meant(field.get(), match, valueAt));
    }

    /** What the words of a field with few values mean. */
    private Match meant(Field field, Match match, int valueAt) throws FilterSyntaxException {
        return switch (field) {
            case REASON -> known(ReasonWord.read(match), valueAt, "There is no reason ", ReasonWord::nearest);
            case VALIDITY, SUBSCRIPTION ->
                known(
                        AddressWord.read(field, match),
                        valueAt,
                        "\"" + field.code() + ":\" is never ",
                        typed -> AddressWord.nearest(field, typed));
            case ADDRESS -> addresses(match);
            default -> match;
        };
    }

    private Match known(Optional<Match> read, int valueAt, String sentence, UnaryOperator<String> nearest)
            throws FilterSyntaxException {
        if (read.isEmpty()) {
            String typed = signs.text.substring(valueAt, signs.at);
            String near = nearest.apply(typed.replace("\"", ""));
            throw FilterSigns.problem(
                    Problem.UNKNOWN_WORD,
                    valueAt,
                    signs.at - valueAt,
                    sentence + typed + "." + (near.isEmpty() ? "" : " Did you mean \"" + near + "\"?"),
                    near);
        }
        return read.get();
    }

    /** Addresses with nothing but commas between them are a list without its parentheses. */
    private static Match addresses(Match match) {
        if (!(match instanceof Match.Exact exact)
                || !SEVERAL.matcher(exact.value()).matches()) {
            return match;
        }
        return new Match.OneOf(SEPARATOR
                .splitAsStream(exact.value())
                .<Match>map(Match.Exact::new)
                .toList());
    }
}
