package dev.rebound.filter;

import dev.rebound.filter.FilterSyntaxException.Problem;
import java.util.Map;

/** The signs of a filter's text, read one after the other: spaces, words, and what stands in quotes or angle brackets. */
final class FilterSigns {
    /** Quotation marks as word processors and French keyboards write them, each before those that end it. */
    private static final Map<Character, String> TYPOGRAPHIC =
            Map.of('\u201c', "\u201d\u201c", '\u201e', "\u201c\u201d", '\u00ab', "\u00bb");

    final String text;
    /** The place of the next sign. */
    int at;

    FilterSigns(String text) {
        this.text = text;
    }

    /** Whether an id stands here as mails write it, {@code <id>}: no comparison. */
    boolean standsInAngles() {
        int end = at;
        while (end < text.length() && !FilterValues.isSpace(text.charAt(end)) && text.charAt(end) != ')') {
            end++;
        }
        return peek() == '<' && end - at > 2 && text.charAt(end - 1) == '>';
    }

    /** A bare word, an id out of its angle brackets. */
    String id(String stops) {
        boolean angles = standsInAngles();
        String word = bare(stops);
        return angles && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
    }

    static boolean isQuote(char c) {
        return c == '"' || TYPOGRAPHIC.containsKey(c);
    }

    /** Whether a quoted text begins here; a typographic mark that nothing closes is a sign like any other. */
    boolean isQuoted() {
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
    String quoted() throws FilterSyntaxException {
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

    /** A word up to a space, a parenthesis, a quote, a bar or one of these signs; at least one sign. */
    String bare(String stops) {
        int from = at;
        while (!atEnd() && !FilterValues.isSpace(peek()) && "()\"|".indexOf(peek()) < 0 && stops.indexOf(peek()) < 0) {
            at++;
        }
        if (at == from) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Whether a sign that is not escaped stands for any others. */
    static boolean isWild(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\') {
                i++;
            } else if (word.charAt(i) == '*' || word.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }

    /** A pattern out of its quotes: its own escapes are kept. */
    static String wildcard(String inner) {
        return inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** A text out of its quotes, without escapes. */
    static String unescaped(String inner) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) == '\\' && i + 1 < inner.length()) {
                i++;
            }
            out.append(inner.charAt(i));
        }
        return out.toString();
    }

    /** Passes spaces. */
    void spaces() {
        while (!atEnd() && FilterValues.isSpace(peek())) {
            at++;
        }
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return text.charAt(at);
    }

    /** Passes spaces and a sign, where it stands next. */
    boolean sign(char c) {
        spaces();
        if (!atEnd() && peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether a word of the language stands here. */
    boolean looksAt(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || FilterValues.isSpace(text.charAt(end)) || text.charAt(end) == '(');
    }

    /** Passes spaces and a word of the language, where it stands next. */
    boolean word(String word) {
        spaces();
        if (looksAt(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** Whether a value ends before it begins: at the end, at a space or at a closing parenthesis. */
    boolean isValueMissing() {
        return atEnd() || FilterValues.isSpace(peek()) || peek() == ')';
    }

    /** What is wrong at a place of the text. */
    static FilterSyntaxException problem(
            Problem problem, int position, int length, String sentence, String suggestion) {
        return new FilterSyntaxException(problem, position, Math.max(1, length), sentence, suggestion);
    }
}
