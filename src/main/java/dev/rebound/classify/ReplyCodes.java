package dev.rebound.classify;

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
    private static final String CODE = "([245][0-7]\\d)(?=[- \\t\\r\\n:;,.)\\]\"]|$)";
    private static final Pattern QUOTED = Pattern.compile(
            "(?i)(?:last transfail|last smtp error|last error|said|responded(?: with)?|replied(?: with)?"
                    + "|response was|response|answered|returned|the error was|error was|got|reply|smtp)"
                    + "(?: is| was)?\\s?[:;]?\\s{0,4}[\"'(<\\[]?" + CODE);
    private static final Pattern LEADING = Pattern.compile("^[^\\p{L}\\d]{0,8}" + CODE);
    private static final Pattern PAIRED =
            Pattern.compile("(?<![\\d.])([245][0-7]\\d)[- #(:;]{1,4}[245]\\.\\d\\.\\d{1,3}(?!\\.?\\d)");
    private static final Pattern OPENING =
            Pattern.compile("(?:^|[:;(<\\[\"'\\n]) ?([45][0-7]\\d)[- ](?=[\\p{L}<#\"'])");
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d\\.\\d{1,3})(?!\\.?\\d)");

    private ReplyCodes() {}

    /** The three-digit SMTP code of the text, or 0 when there is none. Never throws. */
    public static int smtpCode(String text) {
        int at = codePosition(cut(text));
        return at < 0 ? 0 : Integer.parseInt(text.substring(at, at + 3));
    }

    /**
     * The enhanced status code, preferring the one that follows the SMTP code, then the first of the same first
     * digit, then the first; null when there is none. Never throws.
     */
    public static @Nullable String enhancedCode(String text) {
        String head = cut(text);
        int at = codePosition(head);
        Matcher matcher = ENHANCED.matcher(head);
        String first = null;
        String agreeing = null;
        while (matcher.find()) {
            String found = matcher.group(1);
            if (at >= 0 && matcher.start() > at && matcher.start() - at <= 8) {
                return found;
            }
            first = first == null ? found : first;
            if (agreeing == null && at >= 0 && found.charAt(0) == head.charAt(at)) {
                agreeing = found;
            }
        }
        return agreeing != null ? agreeing : first;
    }

    private static int codePosition(String text) {
        for (Pattern pattern : new Pattern[] {QUOTED, LEADING, PAIRED, OPENING}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.start(1);
            }
        }
        return -1;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
