package dev.rebound.classify;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through a regular expression as the rule book writes them: groups, brackets, alternatives, quantifiers. */
final class RegexSyntax {
    private final String regex;

    RegexSyntax(String regex) {
        this.regex = regex;
    }

    /** The alternatives at the top level of a stretch, each as its start and its end; the stretch itself when it is but one. */
    List<int[]> alternatives(int from, int to) {
        List<int[]> found = new ArrayList<>();
        int start = from;
        int at = from;
        while (at < to) {
            switch (regex.charAt(at)) {
                case '|' -> {
                    found.add(new int[] {start, at});
                    start = ++at;
                }
                case '(' -> at = closing(at) + 1;
                case '[' -> at = bracketEnd(at) + 1;
                case '\\' -> at += 2;
                default -> at++;
            }
        }
        found.add(new int[] {start, to});
        return found;
    }

    /** The alternatives, those inside a group that opens one included: "(?:a|b)c|d" is "ac", "bc" and "d". */
    List<String> unfolded() {
        List<String> found = new ArrayList<>();
        for (int[] alternative : alternatives(0, regex.length())) {
            String whole = regex.substring(alternative[0], alternative[1]);
            int close = whole.startsWith("(?:") ? closing(alternative[0]) - alternative[0] : -1;
            String rest = close < 0 ? "" : whole.substring(close + 1);
            if (close < 0 || !(rest.isEmpty() || rest.startsWith("\\b") || rest.startsWith("(?!"))) {
                found.add(whole);
            } else {
                new RegexSyntax(whole.substring("(?:".length(), close))
                        .unfolded()
                        .forEach(inside -> found.add(inside + rest));
            }
        }
        return found;
    }

    boolean isLookaround(int open) {
        return regex.startsWith("(?=", open) || regex.startsWith("(?!", open) || regex.startsWith("(?<", open);
    }

    /** Where the inside of a group starts. */
    int groupStart(int open) {
        return regex.startsWith("(?:", open) ? open + 3 : open + 1;
    }

    /** Whether what stands before a quantifier must occur at least once. */
    boolean isNeeded(int at) {
        if (at >= regex.length()) {
            return true;
        }
        char c = regex.charAt(at);
        return c != '?' && c != '*' && !regex.startsWith("{0", at);
    }

    /** One past the quantifier that stands at a place; the place itself when none does. */
    int quantifierEnd(int at) {
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

    /** Where the group that opens at a place closes. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = bracketEnd(i);
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

    /** Where the bracket that opens at a place closes. */
    int bracketEnd(int open) {
        int i = open + 1;
        while (i < regex.length() && (regex.charAt(i) != ']' || i == open + 1)) {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
