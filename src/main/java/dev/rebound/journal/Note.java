package dev.rebound.journal;

import dev.rebound.privacy.AddressTokens;
import java.time.Duration;
import java.util.Locale;

/** One line of the journal: what happened, and values that tell nothing about a person. Immutable. */
public final class Note {
    private static final int LONGEST_WORD = 120;

    private final String line;

    private Note(String line) {
        this.line = line;
    }

    /** What happened, in a word or two of the program's own. */
    public static Note of(String what) {
        return new Note(what);
    }

    /** With a number. */
    public Note with(String name, long number) {
        return new Note(line + " " + name + "=" + number);
    }

    /** With yes or no. */
    public Note with(String name, boolean yes) {
        return new Note(line + " " + name + "=" + (yes ? "yes" : "no"));
    }

    /** With one of the program's own words. */
    public Note with(String name, Enum<?> word) {
        return new Note(line + " " + name + "=" + word.name().toLowerCase(Locale.ROOT));
    }

    /** With a time that passed, in milliseconds. */
    public Note with(String name, Duration time) {
        return with(name + "_ms", time.toMillis());
    }

    /** With a word that came from elsewhere, such as the name of a feed: addresses and invisible characters are taken out. */
    public Note with(String name, String word) {
        return new Note(line + " " + name + "=\"" + harmless(word) + "\"");
    }

    /** A text without addresses, quotes, line breaks and characters that nobody sees. */
    static String harmless(String text) {
        String masked = AddressTokens.replaced(text, token -> "<address>").replace('@', '_');
        // Only what is masked may be cut: half an address is none that anybody would find.
        String known = masked.length() > LONGEST_WORD ? masked.substring(0, LONGEST_WORD) : masked;
        StringBuilder out = new StringBuilder(known.length());
        known.codePoints().forEach(c -> out.appendCodePoint(isSeen(c) ? c : ' '));
        return out.toString();
    }

    private static boolean isSeen(int c) {
        return c != '"'
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }

    @Override
    public String toString() {
        return line;
    }
}
