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
    private final RegexSyntax syntax;

    private RequiredWords(String regex) {
        this.regex = regex;
        this.syntax = new RegexSyntax(regex);
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
        return new RegexSyntax(regex)
                .alternatives(0, regex.length()).stream()
                        .map(a -> regex.substring(a[0], a[1]))
                        .toList();
    }

    private List<Set<String>> expression(int from, int to) {
        List<int[]> alternatives = syntax.alternatives(from, to);
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
                case '(' -> next = syntax.closing(at) + 1;
                case '[' -> next = syntax.bracketEnd(at) + 1;
                case '\\' -> {
                    next = at + 2;
                    char escaped = regex.charAt(at + 1);
                    plain = Character.isLetterOrDigit(escaped) ? 0 : escaped;
                }
                case '.', '^', '$' -> {}
                default -> plain = c;
            }
            int after = syntax.quantifierEnd(next);
            if (plain != 0 && after == next) {
                run.append(plain);
            } else {
                flush(run, sets);
                if (c == '(' && syntax.isNeeded(next) && !syntax.isLookaround(at)) {
                    sets.addAll(expression(syntax.groupStart(at), next - 1));
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
}
