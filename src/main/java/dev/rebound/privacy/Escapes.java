package dev.rebound.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the escapes under which JSON, URLs, quoted-printable and HTML hide characters. */
final class Escapes {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\u([0-9a-fA-F]{4})|[%=]([0-9a-fA-F]{2})|&#([0-9]{1,5});|&#[xX]([0-9a-fA-F]{1,4});");
    private static final Pattern SOFT_BREAK = Pattern.compile("=(?:\\r?\\n|(?:\\\\r)?\\\\n)");
    private static final String[] SOFT_BREAKS = {"=\r\n", "=\n", "=\\r\\n", "=\\n"};
    private static final int UNICODE = 6;

    private Escapes() {}

    /** The text with its escapes read; what is none stays. */
    static String read(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('%') < 0 && text.indexOf('=') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        Matcher m = ESCAPE.matcher(SOFT_BREAK.matcher(text).replaceAll(""));
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(String.valueOf(character(m))));
        }
        return m.appendTail(out).toString();
    }

    private static char character(Matcher m) {
        for (int g = 1; g <= 4; g++) {
            if (m.group(g) != null) {
                return (char) Integer.parseInt(m.group(g), g == 3 ? 10 : 16);
            }
        }
        throw new IllegalStateException("an escape without a number");
    }

    /** Length of a quoted-printable line break that begins here, 0 where none does. */
    static int softBreakAt(String text, int at) {
        if (text.charAt(at) == '=') {
            for (String soft : SOFT_BREAKS) {
                if (text.startsWith(soft, at)) {
                    return soft.length();
                }
            }
        }
        return 0;
    }

    /** Length of a quoted-printable line break that ends here, 0 where none does. */
    static int softBreakBefore(String text, int from, int at) {
        for (String soft : SOFT_BREAKS) {
            if (at - soft.length() >= from && text.startsWith(soft, at - soft.length())) {
                return soft.length();
            }
        }
        return 0;
    }

    /** Whether a JSON escape of a character that an address may have ends here. */
    static boolean isUnicodeBefore(String text, int from, int at) {
        int start = at - UNICODE;
        if (start < from || text.charAt(start) != '\\' || text.charAt(start + 1) != 'u') {
            return false;
        }
        int code = 0;
        for (int i = start + 2; i < at; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return false;
            }
            code = code * 16 + digit;
        }
        return AddressTokens.isLocal((char) code);
    }
}
