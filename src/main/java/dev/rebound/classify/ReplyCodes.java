package dev.rebound.classify;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the SMTP reply code and the enhanced status code (RFC 3463) that a reply text carries.
 *
 * <p>An address such as {@code 5.1.1.4}, a version such as {@code 4.94.2} and a size are no codes. Where a text quotes
 * the last answer of the receiver inside the sender's own ("last transfail", "said:"), the quoted code counts, because
 * the receiver's word is closer to the truth than the sender's summary of it.
 */
public final class ReplyCodes {
    private static final int LONGEST = 2_000;
    /** The longest stretch of words and marks that introduces a quoted code. */
    private static final int INTRODUCTION = 48;

    private static final String CODE = "([245][0-7]\\d)(?=[- \\t\\r\\n:;,.)\\]\"]|$)";
    private static final Pattern QUOTED = Pattern.compile(
            "(?i)(?:last transfail|last smtp error|last error|said|responded(?: with)?|replied(?: with)?"
                    + "|response was|response|answered|returned|the error was|error was|got|reply|smtp)"
                    + "(?: is| was)?\\s?[:;]?\\s{0,4}[\"'(<\\[]?" + CODE);
    /** The last word of each introduction. */
    private static final List<String> INTRODUCING = List.of(
            "transfail",
            "error",
            "said",
            "responded",
            "replied",
            "with",
            "was",
            "is",
            "response",
            "answered",
            "returned",
            "got",
            "reply",
            "smtp");

    private static final Pattern LEADING = Pattern.compile("^[^\\p{L}\\d]{0,8}" + CODE);
    private static final Pattern PAIRED =
            Pattern.compile("(?<![\\d.])([245][0-7]\\d)[- #(:;]{1,4}[245]\\.\\d\\.\\d{1,3}(?!\\.?\\d)");
    private static final Pattern OPENING =
            Pattern.compile("(?<=^|^ |[:;(<\\[\"'\\n]|[:;(<\\[\"'\\n] )([45][0-7]\\d)[- ](?=[\\p{L}<#\"'])");
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d\\.\\d{1,3})(?!\\.?\\d)");

    private ReplyCodes() {}

    /** The three-digit SMTP code of the text, or 0 when there is none. Never throws. */
    public static int smtpCode(String text) {
        return in(text).smtpCode();
    }

    /**
     * The enhanced status code, preferring the one that follows the SMTP code, then the first of the same first
     * digit, then the first; null when there is none. Never throws.
     */
    public static @Nullable String enhancedCode(String text) {
        return in(text).enhancedCode();
    }

    /** Both codes of a text, which is read once for them. */
    static Codes in(String text) {
        String head = cut(text);
        int at = codePosition(head);
        return new Codes(at < 0 ? 0 : Integer.parseInt(head, at, at + 3, 10), enhancedCode(head, at));
    }

    private static @Nullable String enhancedCode(String text, int code) {
        String first = null;
        String agreeing = null;
        Matcher matcher = ENHANCED.matcher(text).useTransparentBounds(true);
        for (int dot = text.indexOf('.', 1); dot > 0; dot = text.indexOf('.', dot + 1)) {
            int start = dot - 1;
            if (!isDigit(text.charAt(start))
                    || !matcher.region(start, text.length()).lookingAt()) {
                continue;
            }
            String found = matcher.group(1);
            if (code >= 0 && start > code && start - code <= 8) {
                return found;
            }
            first = first == null ? found : first;
            if (agreeing == null && code >= 0 && found.charAt(0) == text.charAt(code)) {
                agreeing = found;
            }
        }
        return agreeing != null ? agreeing : first;
    }

    private static int codePosition(String text) {
        int[] places = places(text);
        int quoted = quotedCode(text, places);
        if (quoted >= 0) {
            return quoted;
        }
        Matcher leading = LEADING.matcher(text);
        if (leading.lookingAt()) {
            return leading.start(1);
        }
        int paired = firstAt(PAIRED.matcher(text), places, text.length());
        return paired >= 0 ? paired : firstAt(OPENING.matcher(text), places, text.length());
    }

    /** Where three digits stand that may be a code. */
    private static int[] places(String text) {
        int[] places = new int[4];
        int found = 0;
        for (int at = 0; at + 2 < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '2' || c == '4' || c == '5')
                    && text.charAt(at + 1) >= '0'
                    && text.charAt(at + 1) <= '7'
                    && isDigit(text.charAt(at + 2))) {
                places = found == places.length ? Arrays.copyOf(places, found * 2) : places;
                places[found++] = at;
            }
        }
        return Arrays.copyOf(places, found);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int quotedCode(String text, int[] places) {
        Matcher matcher = QUOTED.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int place : places) {
            if (isIntroduced(text, place)
                    && matcher.region(Math.max(0, place - INTRODUCTION), place + 3)
                            .find()
                    && matcher.start(1) == place) {
                return place;
            }
        }
        return -1;
    }

    /** Whether a word that introduces a code stands before it; spares most texts the search for the whole introduction. */
    private static boolean isIntroduced(String text, int place) {
        int end = place;
        while (end > 0 && !Character.isLetter(text.charAt(end - 1)) && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        for (String word : INTRODUCING) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static int firstAt(Matcher matcher, int[] places, int end) {
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        for (int place : places) {
            if (matcher.region(place, end).lookingAt()) {
                return place;
            }
        }
        return -1;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
