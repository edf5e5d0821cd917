package dev.rebound.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.rebound.filter.FilterSyntaxException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the filter language. A space means AND; {@code OR} and {@code |} bind weaker; {@code -} and {@code NOT} negate
 * what follows. A word with a colon is a field unless what stands before the colon ends in a digit (09:10), holds an
 * {@code @}, or the word is quoted.
 */
public final class FilterParser {
    private static final int LONGEST_REGEX = 1_000;
    private static final java.util.regex.Pattern SEPARATOR = java.util.regex.Pattern.compile("[,;]");
    private static final java.util.regex.Pattern SEVERAL =
            java.util.regex.Pattern.compile("[^@,;\\s\"]+@[^@,;\\s\"]+([,;][^@,;\\s\"]+@[^@,;\\s\"]+)+");
    /** Quotation marks as word processors and French keyboards write them, each before those that end it. */
    private static final Map<Character, String> TYPOGRAPHIC =
            Map.of('\u201c', "\u201d\u201c", '\u201e', "\u201c\u201d", '\u00ab', "\u00bb");

    private final String text;
    private int at;

    private FilterParser(String text) {
        this.text = text;
    }

    /** The filter of a text; blank text accepts every row. */
    public static Filter parse(String text) throws FilterSyntaxException {
        FilterParser p = new FilterParser(text);
        p.spaces();
        if (p.atEnd()) {
            return Filter.all();
        }
        Filter filter = p.or();
        p.spaces();
        if (!p.atEnd()) {
            throw p.problem(Problem.STRAY_PARENTHESIS, p.at, 1, "A closing parenthesis has no opening one.", "");
        }
        return filter;
    }

    private Filter or() throws FilterSyntaxException {
        List<Filter> parts = new ArrayList<>();
        parts.add(and());
        while (word("OR") || sign('|')) {
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
            spaces();
            if (atEnd() || peek() == ')' || peek() == '|' || looksAt("OR")) {
                return together(parts);
            }
            if (!word("AND")) {
                sign('&');
            }
            parts.add(not());
        }
    }

    private Filter not() throws FilterSyntaxException {
        spaces();
        if (word("NOT")
                || (!atEnd()
                        && peek() == '-'
                        && at + 1 < text.length()
                        && !FilterValues.isSpace(text.charAt(at + 1))
                        && sign('-'))) {
            return new Filter.Not(not());
        }
        return atom();
    }

    private Filter atom() throws FilterSyntaxException {
        spaces();
        if (atEnd()) {
            throw problem(Problem.MISSING_VALUE, Math.max(0, at - 1), 1, "Something is missing at the end.", "");
        }
        if (peek() == '(') {
            int open = at++;
            Filter inner = or();
            spaces();
            if (atEnd() || peek() != ')') {
                throw problem(Problem.OPEN_PARENTHESIS, open, 1, "This parenthesis is not closed.", "");
            }
            at++;
            return inner;
        }
        if (peek() == ')') {
            throw problem(Problem.STRAY_PARENTHESIS, at, 1, "A closing parenthesis has no opening one.", "");
        }
        if (isQuoted()) {
            return new Filter.Text(unescaped(quoted()));
        }
        int start = at;
        int end = fieldEnd();
        if (end >= 0) {
            return term(start, end);
        }
        String word = id("");
        return word.equals("*") ? Filter.all() : new Filter.Text(word);
    }

    /** The end of a field name that starts here, or -1 when the word is plain text. */
    private int fieldEnd() {
        int i = at;
        while (i < text.length()
                && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) == '_')) {
            i++;
        }
        if (i == at || i == text.length() || Character.isDigit(text.charAt(i - 1))) {
            return -1;
        }
        char c = text.charAt(i);
        if (c == ':') {
            // A word such as https://… is text, not a field.
            return text.startsWith("://", i) ? -1 : i;
        }
        boolean compared = c == '>' || c == '<' || c == '=';
        return compared && Field.named(text.substring(at, i)).isPresent() ? i : -1;
    }

    private Filter term(int start, int end) throws FilterSyntaxException {
        String name = text.substring(start, end);
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            String near = Field.nearest(name).orElse("");
            throw problem(
                    Problem.UNKNOWN_FIELD,
                    start,
                    end - start,
                    "There is no field \"" + name + "\"."
                            + (near.isEmpty()
                                    ? " Put the word in quotes to search it as text."
                                    : " Did you mean \"" + near + ":\"?"),
                    near);
        }
        at = text.charAt(end) == ':' ? end + 1 : end;
        if (atEnd() || FilterValues.isSpace(peek()) || peek() == ')') {
            throw problem(Problem.MISSING_VALUE, start, at - start, "A value is missing after \"" + name + ":\".", "");
        }
        int valueAt = at;
        Match match = peek() == '(' ? list(name) : value(field.get());
        FilterValues.check(field.get(), match, valueAt, at - valueAt);
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
            String typed = text.substring(valueAt, at);
            String near = nearest.apply(typed.replace("\"", ""));
            throw problem(
                    Problem.UNKNOWN_WORD,
                    valueAt,
                    at - valueAt,
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

    private Match list(String name) throws FilterSyntaxException {
        int open = at++;
        List<Match> values = new ArrayList<>();
        while (true) {
            while (!atEnd() && (FilterValues.isSpace(peek()) || peek() == ',' || peek() == ';')) {
                at++;
            }
            if (atEnd()) {
                throw problem(Problem.OPEN_PARENTHESIS, open, 1, "The list after \"" + name + ":\" is not closed.", "");
            }
            if (peek() == ')') {
                if (values.isEmpty()) {
                    throw problem(
                            Problem.MISSING_VALUE,
                            open,
                            at + 1 - open,
                            "The list after \"" + name + ":\" is empty.",
                            "");
                }
                at++;
                return values.size() == 1 ? values.getFirst() : new Match.OneOf(values);
            }
            values.add(single(",;"));
        }
    }

    private Match value(Field field) throws FilterSyntaxException {
        if (field.kind() == Field.Kind.TEXT && standsInAngles()) {
            return single("");
        }
        for (Match.Operator op : new Match.Operator[] {
            Match.Operator.AT_LEAST, Match.Operator.AT_MOST, Match.Operator.GREATER, Match.Operator.LESS
        }) {
            if (text.startsWith(op.sign(), at)) {
                at += op.sign().length();
                return new Match.Compare(op, plain("", field));
            }
        }
        if (peek() == '=') {
            at++;
            if (atEnd() || FilterValues.isSpace(peek()) || peek() == ')') {
                throw problem(
                        Problem.MISSING_VALUE, at - 1, 1, "A value is missing for \"" + field.code() + ":\".", "");
            }
        }
        if (!field.hasSpans()) {
            return single("");
        }
        if (text.startsWith("..", at)) {
            at += 2;
            return new Match.Range(null, plain("", field));
        }
        int before = at;
        Match first = single("");
        if (first instanceof Match.Exact exact) {
            int dots = isQuote(text.charAt(before)) ? -1 : exact.value().indexOf("..");
            if (dots > 0) {
                at = before + dots + 2;
                String to = atEnd() || FilterValues.isSpace(peek()) || peek() == ')' ? null : plain("", field);
                return new Match.Range(exact.value().substring(0, dots), to);
            }
            if (text.startsWith("..", at)) {
                at += 2;
                String to = atEnd() || FilterValues.isSpace(peek()) || peek() == ')' ? null : plain("", field);
                return new Match.Range(exact.value(), to);
            }
        }
        return first;
    }

    private String plain(String stops, Field field) throws FilterSyntaxException {
        if (atEnd() || FilterValues.isSpace(peek())) {
            throw problem(Problem.MISSING_VALUE, at - 1, 1, "A value is missing for \"" + field.code() + ":\".", "");
        }
        return isQuoted() ? unescaped(quoted()) : bare(stops);
    }

    /** Whether an id stands here as mails write it, {@code <id>}: no comparison. */
    private boolean standsInAngles() {
        int end = at;
        while (end < text.length() && !FilterValues.isSpace(text.charAt(end)) && text.charAt(end) != ')') {
            end++;
        }
        return peek() == '<' && end - at > 2 && text.charAt(end - 1) == '>';
    }

    /** A bare word, an id out of its angle brackets. */
    private String id(String stops) {
        boolean angles = standsInAngles();
        String word = bare(stops);
        return angles && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
    }

    private Match single(String stops) throws FilterSyntaxException {
        if (peek() == '/') {
            return regex();
        }
        if (isQuoted()) {
            String inner = quoted();
            return isWild(inner) ? new Match.Wildcard(wildcard(inner)) : new Match.Exact(unescaped(inner));
        }
        String word = id(stops);
        if (word.equals("*")) {
            return new Match.Any();
        }
        return isWild(word) ? new Match.Wildcard(word) : new Match.Exact(word);
    }

    private Match regex() throws FilterSyntaxException {
        int start = at++;
        StringBuilder expression = new StringBuilder();
        while (!atEnd() && peek() != '/') {
            if (peek() == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
                at++;
            } else if (peek() == '\\' && at + 1 < text.length()) {
                expression.append(text.charAt(at++));
            }
            expression.append(text.charAt(at++));
        }
        if (atEnd()) {
            throw problem(Problem.OPEN_QUOTE, start, at - start, "The regular expression is not closed with /.", "");
        }
        at++;
        if (expression.length() > LONGEST_REGEX) {
            throw problem(Problem.TOO_LONG, start, at - start, "A regular expression may have 1,000 characters.", "");
        }
        try {
            Pattern.compile(FilterValues.unaccented(expression.toString()));
        } catch (PatternSyntaxException e) {
            throw problem(
                    Problem.BAD_REGEX, start, at - start, "Not a regular expression: " + e.getDescription() + ".", "");
        }
        return new Match.Regex(expression.toString());
    }

    private static boolean isQuote(char c) {
        return c == '"' || TYPOGRAPHIC.containsKey(c);
    }

    /** Whether a quoted text begins here; a typographic mark that nothing closes is a sign like any other. */
    private boolean isQuoted() {
        return peek() == '"' || closing() >= 0;
    }

    /** Where the text ends that typographic marks stand around; -1 where there is none. */
    private int closing() {
        String ends = TYPOGRAPHIC.get(peek());
        for (int i = at + 1; ends != null && i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** What stands between two quotes, escapes kept. */
    private String quoted() throws FilterSyntaxException {
        int end = closing();
        if (end >= 0) {
            String inner = text.substring(at + 1, end);
            at = end + 1;
            return inner.strip().replaceAll("^[\\u00a0\\u202f]+|[\\u00a0\\u202f]+$", "");
        }
        int open = at++;
        int from = at;
        while (!atEnd() && peek() != '"') {
            at += peek() == '\\' && at + 1 < text.length() ? 2 : 1;
        }
        if (atEnd() || at >= text.length()) {
            at = text.length();
            throw problem(Problem.OPEN_QUOTE, open, text.length() - open, "This quote is not closed.", "");
        }
        return text.substring(from, at++);
    }

    private String bare(String stops) {
        int from = at;
        while (!atEnd() && !FilterValues.isSpace(peek()) && "()\"|".indexOf(peek()) < 0 && stops.indexOf(peek()) < 0) {
            at++;
        }
        if (at == from) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isWild(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\') {
                i++;
            } else if (word.charAt(i) == '*' || word.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }

    private static String wildcard(String inner) {
        return inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String unescaped(String inner) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) == '\\' && i + 1 < inner.length()) {
                i++;
            }
            out.append(inner.charAt(i));
        }
        return out.toString();
    }

    private void spaces() {
        while (!atEnd() && FilterValues.isSpace(peek())) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private boolean sign(char c) {
        spaces();
        if (!atEnd() && peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean looksAt(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || FilterValues.isSpace(text.charAt(end)) || text.charAt(end) == '(');
    }

    private boolean word(String word) {
        spaces();
        if (looksAt(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private FilterSyntaxException problem(
            Problem problem, int position, int length, String sentence, String suggestion) {
        return new FilterSyntaxException(problem, position, Math.max(1, length), sentence, suggestion);
    }
}
