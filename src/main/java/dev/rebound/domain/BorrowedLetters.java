package dev.rebound.domain;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names whose letters are not the ones they look like: a Cyrillic <i>а</i> in a Latin name, or a whole name of letters of
 * another alphabet that a Latin reader takes for his own. A name of one script, and the scripts that are written together
 * (Japanese, Korean and Chinese with Latin), is an ordinary name.
 */
public final class BorrowedLetters {
    private static final int FIRST_BORROWED = 0x370;
    private static final Pattern NAME = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}_+-]+(?:[.@][\\p{L}\\p{M}\\p{N}_+-]+)+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Of the Unicode confusables, the small letters that look like a Latin one in most typefaces. */
    private static final String LATIN_LOOKING = "асԁеһіјӏорԛѕԝхуѵоαινορτυχγκ";

    private static final Set<UnicodeScript> ALPHABETS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    /** The signs that the ASCII form of a name writes as another letter. */
    private static final Pattern LOST_IN_ASCII = Pattern.compile("[ßς\\u200C\\u200D]");

    private BorrowedLetters() {}

    /** The text with the ASCII form of each such address or host name behind it, e.g. {@code ⟦xn--…⟧}. */
    static String pointedOut(String text) {
        if (!borrows(text)) {
            return text;
        }
        String pointedOut = NAME.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group() + inAscii(m.group()).map(a -> " ⟦" + a + "⟧").orElse("")));
        return pointedOut.equals(text) ? text : pointedOut;
    }

    /** The ASCII form of an address or host name that has such letters; empty for ordinary ones. */
    public static Optional<String> inAscii(String name) {
        if (!borrows(name)) {
            return Optional.empty();
        }
        boolean latinEnd = name.codePoints().skip(name.lastIndexOf('.') + 1L).allMatch(c -> c < 0x80);
        String ascii = eachLabel(name, label -> isBorrowed(label, latinEnd) ? ascii(label) : label);
        return ascii.equals(name) ? Optional.empty() : Optional.of(ascii);
    }

    private static boolean borrows(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BORROWED && (text.indexOf('.') >= 0 || text.indexOf('@') >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static String eachLabel(String name, UnaryOperator<String> written) {
        return LABEL.matcher(name).replaceAll(m -> Matcher.quoteReplacement(written.apply(m.group())));
    }

    private static boolean isBorrowed(String label, boolean latinEnd) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(ALPHABETS::contains)
                .forEach(scripts::add);
        if (scripts.size() > 1) {
            return true;
        }
        return latinEnd
                && !scripts.isEmpty()
                && !scripts.contains(UnicodeScript.LATIN)
                && label.toLowerCase(Locale.ROOT).codePoints().allMatch(c -> c < 0x80 || LATIN_LOOKING.indexOf(c) >= 0);
    }

    private static String ascii(String label) {
        if (!LOST_IN_ASCII.matcher(label).find()) {
            try {
                return IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException e) {
                // Too long for a name of the net; its letters are told one by one.
            }
        }
        StringBuilder out = new StringBuilder();
        label.codePoints()
                .forEach(c -> out.append(c < 0x80 ? Character.toString(c) : String.format(Locale.ROOT, "U+%04X", c)));
        return out.toString();
    }
}
