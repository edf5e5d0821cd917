package dev.rebound.classify;

/**
 * A reply text in the one form that rules are written for: one line, lower case, Latin letters without accents,
 * brackets and double quotes as spaces, and every variable part as a placeholder: {@code @} an address, {@code #ip}
 * an IP address, {@code #host} a host name nobody needs to know, {@code #} an id or a long number.
 *
 * <p>Two replies that differ only in their variable parts fold to the same text, which makes it the key of the
 * decision cache. Each folded character remembers where it came from, so that a match can be shown in the reply's own
 * words.
 */
final class FoldedReply {
    private final String original;
    private final String text;
    private final int[] origins;

    FoldedReply(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    /** The folded text; never longer than the folding limit. */
    String text() {
        return text;
    }

    /**
     * The reply's own words behind a stretch of folded text. A stretch inside a placeholder, or inside a host name that
     * was kept, yields all that stands behind it.
     *
     * @param start first folded character
     * @param end one past the last; greater than start
     */
    String words(int start, int end) {
        int from = origins[start];
        int after = end;
        while (after < text.length() && origins[after] <= from) {
            after++;
        }
        int to = after < text.length() ? origins[after] : original.length();
        return original.substring(from, to).strip();
    }
}
