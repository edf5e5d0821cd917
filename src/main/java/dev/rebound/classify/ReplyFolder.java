package dev.rebound.classify;

import java.util.Set;

/**
 * Folds reply texts (see {@link FoldedReply}) in one pass over the characters. Immutable and thread-safe.
 *
 * <p>Texts are cut after {@value #LONGEST} characters: no receiver says more, and a hostile text must not cost more.
 */
final class ReplyFolder {
    static final int LONGEST = 2_000;

    private final Set<String> keptHosts;
    private final boolean foldsAllHosts;

    private ReplyFolder(Set<String> keptHosts, boolean foldsAllHosts) {
        this.keptHosts = keptHosts;
        this.foldsAllHosts = foldsAllHosts;
    }

    /**
     * A folder that keeps the names of well-known receivers and block lists, because rules read them.
     *
     * @param keptHosts domain suffixes in lower case, e.g. {@code spamhaus.org}
     */
    static ReplyFolder keeping(Set<String> keptHosts) {
        return new ReplyFolder(Set.copyOf(keptHosts), false);
    }

    /** A folder that hides every host, number and id: what remains is the shape of the sentence. */
    static ReplyFolder hidingAll() {
        return new ReplyFolder(Set.of(), true);
    }

    FoldedReply fold(String raw) {
        String reply = TwiceEncoded.mended(raw);
        String text = reply.length() <= LONGEST ? reply : reply.substring(0, LONGEST);
        FoldedWriter out = new FoldedWriter(text.length());
        TokenFolding tokens = new TokenFolding(text, out, keptHosts, foldsAllHosts);
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (isTokenStart(c)) {
                int end = tokenEnd(text, at);
                tokens.fold(at, end);
                at = end;
            } else {
                at = foldMark(text, at, c, out);
            }
        }
        return out.finish(reply);
    }

    private static int foldMark(String text, int at, char c, FoldedWriter out) {
        switch (c) {
            case '<' -> {
                out.space(at);
                return HtmlTag.end(text, at);
            }
            case '&' -> {
                return HtmlTag.entity(text, at, out);
            }
            case '@' -> {
                out.append('@', at);
                boolean masked = at + 1 < text.length() && isTokenStart(text.charAt(at + 1));
                return masked ? tokenEnd(text, at + 1) : at + 1;
            }
            case '\\' -> {
                out.space(at);
                boolean escape = at + 1 < text.length() && "nrt".indexOf(text.charAt(at + 1)) >= 0;
                return at + (escape ? 2 : 1);
            }
            case '>', '(', ')', '[', ']', '{', '}', '"', '«', '»', '“', '”', '„', '|', '*', '~', '^', '#' ->
                out.space(at);
            case '’', '‘', '`', '´' -> out.append('\'', at);
            case '–', '—' -> out.append('-', at);
            default -> {
                if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    out.space(at);
                } else {
                    out.append(c, at);
                }
            }
        }
        return at + 1;
    }

    private static boolean isTokenStart(char c) {
        return c < 128
                ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                : Character.isLetter(c);
    }

    private static int tokenEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isTokenPart(text.charAt(end))) {
            end++;
        }
        while (end > start + 1 && isTrailing(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isTokenPart(char c) {
        return isTokenStart(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '=' || c == '@' || c == '%';
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == '-' || c == '=' || c == '_' || c == '+' || c == '%' || c == '@';
    }
}
