package dev.rebound.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression over folded text. */
final class RulePattern {
    /** A phrase starts where a word starts: "password" holds no "word". */
    private static final String WORD_START = "(?<![a-z#])";

    private final Pattern pattern;
    private final String regex;

    private RulePattern(Pattern pattern, String regex) {
        this.pattern = pattern;
        this.regex = regex;
    }

    /** Compiles; throws {@link java.util.regex.PatternSyntaxException} where the expression is wrong. */
    static RulePattern of(String regex) {
        return new RulePattern(Pattern.compile(WORD_START + "(?:" + regex + ")"), regex);
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
    @Nullable
    Matcher find(String folded) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.find() ? matcher : null;
    }
}
