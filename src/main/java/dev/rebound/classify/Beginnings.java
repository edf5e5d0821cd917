package dev.rebound.classify;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The two characters that a match of a regular expression can begin with. Knows the syntax that the rule book uses, and
 * lets any character begin a match where in doubt.
 */
final class Beginnings {
    private static final int ENOUGH = 2;
    private static final int MOST = 400;
    private static final int KINDS = 32;
    private static final char ANY = '\uffff';

    private final String regex;
    private final RegexSyntax syntax;
    /** For each kind of first character the kinds of second ones, a bit each. */
    private final int[] seconds = new int[KINDS];

    private Beginnings(String regex) {
        this.regex = regex;
        this.syntax = new RegexSyntax(regex);
    }

    static Beginnings of(String regex) {
        Beginnings found = new Beginnings(regex);
        found.expression(Set.of(""), 0, regex.length()).forEach(found::note);
        return found;
    }

    /** Whether a match may begin at a place of a text; true too often, but never false where one does. */
    boolean mayBeAt(String text, int at) {
        int next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return (seconds[text.charAt(at) & (KINDS - 1)] & (1 << (next & (KINDS - 1)))) != 0;
    }

    private void note(String beginning) {
        for (int first = 0; first < KINDS; first++) {
            if (beginning.isEmpty() || beginning.charAt(0) == ANY || (beginning.charAt(0) & (KINDS - 1)) == first) {
                boolean any = beginning.length() < ENOUGH || beginning.charAt(1) == ANY;
                seconds[first] |= any ? -1 : 1 << (beginning.charAt(1) & (KINDS - 1));
            }
        }
    }

    private Set<String> expression(Set<String> before, int from, int to) {
        Set<String> all = new LinkedHashSet<>();
        for (int[] alternative : syntax.alternatives(from, to)) {
            all.addAll(sequence(before, alternative[0], alternative[1]));
        }
        return all;
    }

    private Set<String> sequence(Set<String> before, int from, int to) {
        Set<String> now = before;
        int at = from;
        while (at < to && now.stream().anyMatch(s -> s.length() < ENOUGH)) {
            int next = elementEnd(at);
            Set<String> once = element(now, at, next);
            int after = syntax.quantifierEnd(next);
            if (after > next) {
                Set<String> all = new LinkedHashSet<>(once);
                if (regex.charAt(next) != '?') {
                    all.addAll(element(once, at, next));
                }
                if (!syntax.isNeeded(next)) {
                    all.addAll(now);
                }
                once = all;
            }
            now = once.size() > MOST ? with(before, ANY) : once;
            at = after;
        }
        return now;
    }

    private int elementEnd(int at) {
        return switch (regex.charAt(at)) {
            case '(' -> syntax.closing(at) + 1;
            case '[' -> syntax.bracketEnd(at) + 1;
            case '\\' -> at + 2;
            default -> at + 1;
        };
    }

    private Set<String> element(Set<String> before, int at, int end) {
        char c = regex.charAt(at);
        return switch (c) {
            case '(' -> group(before, at, end - 1);
            case '[' -> bracket(before, regex.substring(at + 1, end - 1));
            case '\\' -> escaped(before, regex.charAt(at + 1));
            case '^', '$' -> before;
            case '.' -> with(before, ANY);
            default -> with(before, c);
        };
    }

    private Set<String> group(Set<String> before, int open, int close) {
        if (syntax.isLookaround(open)) {
            return before;
        }
        boolean unknown = regex.charAt(open + 1) == '?' && regex.charAt(open + 2) != ':';
        return unknown ? with(before, ANY) : expression(before, syntax.groupStart(open), close);
    }

    private static Set<String> escaped(Set<String> before, char c) {
        if (c == 'b' || c == 'B') {
            return before;
        }
        return with(before, Character.isLetterOrDigit(c) ? ANY : c);
    }

    private static Set<String> bracket(Set<String> before, String inside) {
        if (inside.startsWith("^") || inside.contains("[") || inside.contains("&&") || inside.contains("\\")) {
            return with(before, ANY);
        }
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < inside.length(); i++) {
            boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            int last = inside.charAt(range ? i + 2 : i);
            if (last - inside.charAt(i) > KINDS) {
                return with(before, ANY);
            }
            for (int c = inside.charAt(i); c <= last; c++) {
                all.addAll(with(before, (char) c));
            }
            i += range ? 2 : 0;
        }
        return all;
    }

    /** Each beginning with one more character; after any character everything is possible. */
    private static Set<String> with(Set<String> before, char c) {
        Set<String> all = new LinkedHashSet<>();
        for (String s : before) {
            String longer = c == ANY ? s + ANY + ANY : s + c;
            all.add(s.length() < ENOUGH ? longer.substring(0, Math.min(ENOUGH, longer.length())) : s);
        }
        return all;
    }
}
