package dev.rebound.classify;

import java.util.List;
import java.util.regex.Pattern;

/** A regular expression over folded text. */
final class RulePattern {
    /** A phrase starts where a word starts: "password" holds no "word". Where the script changes a word starts too. */
    static final String WORD_START = "(?:(?<![a-z#])|(?<=[a-z])(?=[^\\x00-\\x7F]))";

    private final String regex;
    private final List<Alternative> alternatives;

    private RulePattern(String regex, List<Alternative> alternatives) {
        this.regex = regex;
        this.alternatives = alternatives;
    }

    /** Compiles; throws {@link java.util.regex.PatternSyntaxException} where the expression is wrong. */
    static RulePattern of(String regex) {
        return new RulePattern(
                regex,
                new RegexSyntax(regex).unfolded().stream().map(Alternative::new).toList());
    }

    /** The expression as written. */
    String regex() {
        return regex;
    }

    /** The alternatives of the expression, in order. */
    List<Alternative> alternatives() {
        return alternatives;
    }

    /** The whole expression as one, compiled anew: what its alternatives together must find. */
    Pattern compiled() {
        return Pattern.compile(WORD_START + "(?:" + regex + ")");
    }
}
