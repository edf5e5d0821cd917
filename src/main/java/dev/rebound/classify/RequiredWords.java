package dev.rebound.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a regular expression what plain words every match must hold: a list of sets, of each of which at least one
 * word stands in any text that matches. Knows the syntax that the rule book uses, and asks for nothing where in doubt.
 */
final class RequiredWords {
    private static final int SHORTEST = 2;
    private static final int MOST_SETS = 3;

    private final String regex;

    private RequiredWords(String regex) {
        this.regex = regex;
    }

    /** The sets, the most telling first; empty when nothing can be required. */
    static List<Set<String>> of(String regex) {
        List<Set<String>> sets = new RequiredWords(regex).expression(0, regex.length());
        return sets.stream()
                .sorted(Comparator.comparingInt(RequiredWords::worth).reversed())
                .limit(MOST_SETS)
                .toList();
    }

    /** The alternatives at the top level of an expression, in order; itself when there is but one. */
    static List<String> alternatives(String regex) {
        List<String> found = new ArrayList<>();
        new RequiredWords(regex).split(0, regex.length()).forEach(a -> found.add(regex.substring(a[0], a[1])));
        return found;
    }

    private List<int[]> split(int from, int to) {
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

    private List<Set<String>> expression(int from, int to) {
        List<int[]> alternatives = split(from, to);
        if (alternatives.size() == 1) {
            return sequence(from, to);
        }
        Set<String> any = new LinkedHashSet<>();
        for (int[] alternative : alternatives) {
            Set<String> best = best(sequence(alternative[0], alternative[1]));
            if (best == null) {
                return List.of();
            }
            any.addAll(best);
        }
        return List.of(any);
    }

    private List<Set<String>> sequence(int from, int to) {
        List<Set<String>> sets = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        int at = from;
        while (at < to) {
            char c = regex.charAt(at);
            int next = at + 1;
            char plain = 0;
            switch (c) {
                case '(' -> next = closing(at) + 1;
                case '[' -> next = bracketEnd(at) + 1;
                case '\\' -> {
                    next = at + 2;
                    char escaped = regex.charAt(at + 1);
                    plain = Character.isLetterOrDigit(escaped) ? 0 : escaped;
                }
                case '.', '^', '$' -> {}
                default -> plain = c;
            }
            int after = quantifierEnd(next);
            if (plain != 0 && after == next) {
                run.append(plain);
            } else {
                flush(run, sets);
                if (c == '(' && isNeeded(next) && !isLookaround(at)) {
                    sets.addAll(expression(groupStart(at), next - 1));
                }
            }
            at = after;
        }
        flush(run, sets);
        return sets;
    }

    private static void flush(StringBuilder run, List<Set<String>> sets) {
        String word = run.toString();
        run.setLength(0);
        if (word.strip().length() >= SHORTEST) {
            sets.add(Set.of(word));
        }
    }

    private static @Nullable Set<String> best(List<Set<String>> sets) {
        return sets.stream().max(Comparator.comparingInt(RequiredWords::worth)).orElse(null);
    }

    /** Long words are rare, and few words are rarer than many. */
    private static int worth(Set<String> words) {
        int shortest = words.stream().mapToInt(String::length).min().orElse(0);
        return shortest * 4 + Integer.numberOfLeadingZeros(words.size());
    }

    private boolean isLookaround(int open) {
        return regex.startsWith("(?=", open) || regex.startsWith("(?!", open) || regex.startsWith("(?<", open);
    }

    private int groupStart(int open) {
        return regex.startsWith("(?:", open) ? open + 3 : open + 1;
    }

    /** Whether what stands before a quantifier must occur at least once. */
    private boolean isNeeded(int at) {
        if (at >= regex.length()) {
            return true;
        }
        char c = regex.charAt(at);
        return c != '?' && c != '*' && !regex.startsWith("{0", at);
    }

    private int quantifierEnd(int at) {
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

    private int closing(int open) {
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

    private int bracketEnd(int open) {
        int i = open + 1;
        while (i < regex.length() && (regex.charAt(i) != ']' || i == open + 1)) {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
