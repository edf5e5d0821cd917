package dev.rebound.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks like an address in a text, in one pass, also where the sign {@code @} or other characters are escaped:
 * the JSON escape, {@code %40} (URLs), {@code =40} (quoted-printable), as an HTML entity, and where a
 * quoted-printable line break stands in the middle. Base64 is {@link Base64Runs}' part.
 */
public final class AddressTokens {
    private static final Pattern AT =
            Pattern.compile("@|%40|=40|\\\\u0040|&#0*64;|&#[xX]0*40;|&commat;|\uFF20", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_LOCAL = 320;

    private AddressTokens() {}

    /**
     * Something like an address in a text.
     *
     * @param start where it begins
     * @param end where it ends
     * @param local what stands before the sign, as written
     * @param domain what stands after it, as written
     * @param plain whether the sign itself stands there, not an escape of it
     */
    public record Token(int start, int end, String local, String domain, boolean plain) {
        /** The address without its escapes. */
        public String address() {
            return Escapes.read(local) + "@" + Escapes.read(domain);
        }
    }

    /** The text with each token replaced by what the function says; null leaves it as it stands. */
    public static String replaced(String text, Function<Token, @Nullable String> by) {
        List<Token> tokens = in(text);
        if (tokens.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (Token token : tokens) {
            String other = by.apply(token);
            if (other != null) {
                out.append(text, done, token.start()).append(other);
                done = token.end();
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /** All tokens, in the order of the text; they do not overlap. */
    static List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher at = AT.matcher(text);
        int from = 0;
        int search = 0;
        while (search < text.length() && at.find(search)) {
            search = at.end();
            int start = localStart(text, from, at.start());
            int end = domainEnd(text, at.end());
            boolean plain = at.end() - at.start() == 1;
            String domain = text.substring(at.end(), end);
            // "width=40px" is no address: an escaped sign needs a domain with a dot.
            if (start < at.start() && end > at.end() && (plain || domain.indexOf('.') > 0)) {
                tokens.add(new Token(start, end, text.substring(start, at.start()), domain, plain));
                from = end;
                search = end;
            }
        }
        return tokens;
    }

    private static int localStart(String text, int from, int at) {
        int start = at;
        while (start > from && at - start < LONGEST_LOCAL) {
            int soft = Escapes.softBreakBefore(text, from, start);
            if (soft > 0) {
                start -= soft;
            } else if (Escapes.isUnicodeBefore(text, from, start)) {
                start -= 6;
            } else if (isLocal(text.charAt(start - 1))) {
                start--;
            } else {
                break;
            }
        }
        // The letter of an escape such as \n is not part of the address.
        return start > from && start < at && text.charAt(start - 1) == '\\' && "nrtbf".indexOf(text.charAt(start)) >= 0
                ? start + 1
                : start;
    }

    private static int domainEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int soft = Escapes.softBreakAt(text, end);
            char c = text.charAt(end);
            if (soft > 0) {
                end += soft;
            } else if (Character.isLetterOrDigit(c)
                    || c == '-'
                    || (c == '.' && end > from && end + 1 < text.length() && text.charAt(end + 1) != '.')) {
                end++;
            } else {
                break;
            }
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    /** What may stand before the sign: letters of any script and the signs of RFC 5322 atoms. */
    static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.…".indexOf(c) >= 0;
    }
}
