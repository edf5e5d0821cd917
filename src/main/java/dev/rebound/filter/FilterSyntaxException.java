package dev.rebound.filter;

/** A filter text that cannot be read, with the place to underline and what to do. */
public final class FilterSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong; the window and the command line word it. */
    public enum Problem {
        UNKNOWN_FIELD,
        MISSING_VALUE,
        OPEN_QUOTE,
        OPEN_PARENTHESIS,
        STRAY_PARENTHESIS,
        BAD_REGEX,
        TOO_LONG,
        BAD_NUMBER,
        BAD_TIME,
        BAD_DURATION,
        UNKNOWN_WORD,
        NO_ORDER
    }

    private final transient Problem problem;
    private final int position;
    private final int length;
    private final String suggestion;

    /** A problem at a place of the text; the suggestion may be empty. */
    public FilterSyntaxException(Problem problem, int position, int length, String sentence, String suggestion) {
        super(sentence);
        this.problem = problem;
        this.position = position;
        this.length = length;
        this.suggestion = suggestion;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** 0-based place of the first wrong character. */
    public int position() {
        return position;
    }

    /** Number of wrong characters, at least 1. */
    public int length() {
        return length;
    }

    /** A text that would be right in its place; empty when none is near. */
    public String suggestion() {
        return suggestion;
    }
}
