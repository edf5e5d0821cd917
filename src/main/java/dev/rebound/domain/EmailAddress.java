package dev.rebound.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address as a source wrote it, with the key by which it is compared. The text is kept as given for display;
 * the key folds case (a console about human mailboxes treats {@code Anna@x} and {@code anna@x} as one person, although
 * RFC 5321 section 2.4 lets a server tell local parts apart), joins letters and accents that stand apart (RFC 6532 section
 * 3.1) and trims white space, angle brackets and the name that stands before them ({@code "Anna" <anna@x>}).
 *
 * @param text the address for display, trimmed, without angle brackets; never empty
 */
public record EmailAddress(String text) {
    private static final int HASH_SHOWN = 8;

    public EmailAddress {
        text = strip(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an address must not be empty");
        }
    }

    /** Whether the text can be an address at all: not empty once white space and brackets are gone. */
    public static boolean isPresent(String text) {
        return !strip(text).isEmpty();
    }

    /** The key by which two addresses are the same one. */
    public String key() {
        String folded = text.toLowerCase(Locale.ROOT);
        return Normalizer.isNormalized(folded, Normalizer.Form.NFC)
                ? folded
                : Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** The part after the last {@code @} in lower case; empty for hashed addresses and other texts without one. */
    public String domain() {
        int at = text.lastIndexOf('@');
        return at < 0 ? "" : text.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the source gave a hash in place of the address: a long hexadecimal text without an {@code @}. */
    public boolean isHashed() {
        return text.indexOf('@') < 0 && text.length() >= 32 && text.chars().allMatch(EmailAddress::isHexDigit);
    }

    /** The address as a person reads it: a hash, which nobody can read, by its beginning, which finds it again. */
    public String shown() {
        return isHashed() ? "#" + text.substring(0, HASH_SHOWN) + "…" : text;
    }

    private static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0;
    }

    private static String strip(String raw) {
        String s = raw.strip();
        int open = s.endsWith(">") ? s.lastIndexOf('<') : -1;
        if (open == 0 || (open > 0 && s.indexOf('@', open) > 0)) {
            s = s.substring(open + 1, s.length() - 1).strip();
        }
        return s;
    }
}
