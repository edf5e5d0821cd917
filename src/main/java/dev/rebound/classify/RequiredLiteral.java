package dev.rebound.classify;

import java.util.ArrayList;
import java.util.List;

/** Reads from a regular expression the longest run of plain characters that every match must contain. */
final class RequiredLiteral {
    private RequiredLiteral() {}

    /** The run, or the empty string when the expression has alternatives at its top level or no plain run. */
    static String of(String regex) {
        StringBuilder run = new StringBuilder();
        String best = "";
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            int next = at + 1;
            boolean plain = false;
            char meaning = c;
            switch (c) {
                case '|' -> {
                    return "";
                }
                case '(' -> next = closing(regex, at) + 1;
                case '[' -> next = bracketEnd(regex, at) + 1;
                case '\\' -> {
                    next = at + 2;
                    meaning = regex.charAt(at + 1);
                    plain = !Character.isLetterOrDigit(meaning);
                }
                case '.', '^', '$' -> plain = false;
                default -> plain = true;
            }
            int after = quantifierEnd(regex, next);
            if (plain && after == next) {
                run.append(meaning);
            } else {
                best = longer(best, run);
                run.setLength(0);
            }
            at = after;
        }
        return longer(best, run);
    }

    /** The alternatives at the top level of an expression, in order; itself when there is but one. */
    static List<String> alternatives(String regex) {
        List<String> found = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '|' -> {
                    found.add(regex.substring(start, at));
                    start = ++at;
                }
                case '(' -> at = closing(regex, at) + 1;
                case '[' -> at = bracketEnd(regex, at) + 1;
                case '\\' -> at += 2;
                default -> at++;
            }
        }
        found.add(regex.substring(start));
        return found;
    }

    private static String longer(String best, StringBuilder run) {
        return run.length() > best.length() ? run.toString() : best;
    }

    private static int quantifierEnd(String regex, int at) {
        int end = at;
        if (end < regex.length() && regex.charAt(end) == '{') {
            end = regex.indexOf('}', end) + 1;
        } else if (end < regex.length() && "?*+".indexOf(regex.charAt(end)) >= 0) {
            end++;
        }
        while (end > at && end < regex.length() && "?+".indexOf(regex.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int closing(String regex, int open) {
        int depth = 0;
        for (int i = open; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = bracketEnd(regex, i);
                case '(' -> depth++;
                case ')' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return regex.length() - 1;
    }

    private static int bracketEnd(String regex, int open) {
        int i = open + 1;
        while (i < regex.length() && (regex.charAt(i) != ']' || i == open + 1)) {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
