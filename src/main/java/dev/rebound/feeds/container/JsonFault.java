package dev.rebound.feeds.container;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the library finds wrong with JSON, in words for who reads a report: nothing of parsers, switches and places in them. */
enum JsonFault {
    CHARACTER("Unexpected character \\('(.)'.*", "\"$1\" is not expected where it stands"),
    ODD_CHARACTER("Unexpected character .*", "a character is not expected where it stands"),
    WORD("Unrecognized token '([^']{1,60})'.*", "\"$1\" is neither a text in quotes nor a number"),
    LONG_WORD("Unrecognized token .*", "a word is neither a text in quotes nor a number"),
    TWICE("Duplicate field '(.{1,60})'.*", "the field \"$1\" is there twice"),
    CONTROL("Illegal unquoted character.*", "a line break or another control character stands inside a text"),
    ESCAPE("Unrecognized character escape.*", "a backslash stands before a character that needs none"),
    DEEP("(?:Document )?[Nn]esting depth.*", "it is nested too deeply"),
    LONG("(?:String value|Name|Number value) length.*", "a text or number in it is too long"),
    LARGE("a number is larger than any", "a number is larger than any"),
    NUMBER("Invalid numeric value.*|Numeric value.*", "a number in it is none"),
    BRACKET("Unexpected close marker.*", "a bracket closes another than it should"),
    MORE("Trailing token.*", "more stands behind its end"),
    STOPS("Unexpected end-of-input.*", "it stops in the middle");

    private final Pattern said;
    private final String words;

    JsonFault(String said, String words) {
        this.said = Pattern.compile(said, Pattern.DOTALL);
        this.words = words;
    }

    /** The words for what the library says. */
    static String inWords(@Nullable String message) {
        if (message != null) {
            for (JsonFault fault : values()) {
                Matcher m = fault.said.matcher(message);
                if (m.matches()) {
                    return m.replaceFirst(fault.words);
                }
            }
        }
        return "its form is not that of JSON";
    }
}
