package dev.rebound.domain;

import java.util.Locale;

/**
 * A text from elsewhere as it may be shown to a person: what would turn the line around, hide in it, move the cursor of a
 * terminal or end the line is written out, e.g. {@code ⟦U+202E⟧}, and behind an address or host name with letters of another
 * alphabet stands what it really is ({@link BorrowedLetters}). Whoever can send a mail that bounces decides what stands in a
 * reply, and must not decide what the operator sees beside it.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The text with hidden characters written out; line breaks and tabs stay. */
    public static String of(String text) {
        return BorrowedLetters.pointedOut(written(text, false));
    }

    /** The same on one line. */
    public static String line(String text) {
        return BorrowedLetters.pointedOut(written(text, true));
    }

    private static String written(String text, boolean oneLine) {
        int first = 0;
        while (first < text.length() && !isHidden(text.codePointAt(first), oneLine)) {
            first += Character.charCount(text.codePointAt(first));
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                continue;
            }
            if (isHidden(c, oneLine)) {
                out.append(String.format(Locale.ROOT, "⟦U+%04X⟧", c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isHidden(int c, boolean oneLine) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> oneLine || (c != '\n' && c != '\t');
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
