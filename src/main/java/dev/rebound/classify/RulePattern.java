package dev.rebound.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression over folded text with the longest literal it cannot do without, so that most replies are turned
 * away by a plain search.
 */
final class RulePattern {
    /** A phrase starts where a word starts: "password" holds no "word". */
    private static final String WORD_START = "(?<![a-z#])";

    private final Pattern pattern;
    private final String literal;
    private final String regex;

    private RulePattern(Pattern pattern, String literal, String regex) {
        this.pattern = pattern;
        this.literal = literal;
        this.regex = regex;
    }

    /** Compiles; throws {@link java.util.regex.PatternSyntaxException} where the expression is wrong. */
    static RulePattern of(String regex) {
        return new RulePattern(Pattern.compile(WORD_START + "(?:" + regex + ")"), RequiredLiteral.of(regex), regex);
    }

    /** The text every match contains; empty when none could be told. */
    String literal() {
        return literal;
    }

    /** The expression as written. */
    String regex() {
        return regex;
    }

    /** The compiled expression. */
    Pattern compiled() {
        return pattern;
    }

    /** A matcher positioned on the first match, or null. */
    @org.jspecify.annotations.Nullable
    Matcher find(String folded) {
        if (!folded.contains(literal)) {
            return null;
        }
        Matcher matcher = pattern.matcher(folded);
        return matcher.find() ? matcher : null;
    }
}
