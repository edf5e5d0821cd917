package dev.rebound.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites text that stands in another text as base64, as mails carry their parts. Only runs of at least
 * {@value #SHORTEST} characters are looked into, and only text inside them: a compressed file in base64 stays as it is.
 */
public final class Base64Runs {
    static final int SHORTEST = 16;
    private static final int MIME_LINE = 76;
    /** Line breaks inside a run may be real or as JSON writes them. */
    private static final String[] BREAKS = {"\r\n", "\n", "\\r\\n", "\\n"};

    private Base64Runs() {}

    /** The text with what stands in base64 rewritten; runs that the rewriting leaves alone stay letter by letter. */
    public static String rewritten(String text, UnaryOperator<String> rewriting) {
        if (text.length() < SHORTEST) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            if (!isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int end = runEnd(text, at);
            String other = end - at < SHORTEST ? null : run(text.substring(at, end), rewriting);
            if (other != null) {
                out.append(text, done, at).append(other);
                done = end;
            }
            at = end;
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    /** The end of the run, over its line breaks, with its filling signs. */
    private static int runEnd(String text, int from) {
        int end = from;
        int line = from;
        while (end < text.length()) {
            int gap = breakAt(text, end);
            boolean goesOn =
                    gap > 0 && end - line >= SHORTEST && end + gap < text.length() && isLetter(text.charAt(end + gap));
            if (goesOn) {
                end += gap;
                line = end;
            } else if (isLetter(text.charAt(end))) {
                end++;
            } else {
                break;
            }
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private static int breakAt(String text, int at) {
        for (String b : BREAKS) {
            if (text.startsWith(b, at)) {
                return b.length();
            }
        }
        return 0;
    }

    /** A run may begin with letters that are not part of it; null where nothing inside changed. */
    private static @Nullable String run(String run, UnaryOperator<String> rewriting) {
        String separator = "";
        String letters = run.replace("=", "");
        for (String b : BREAKS) {
            if (run.contains(b)) {
                separator = separator.isEmpty() ? b : separator;
                letters = letters.replace(b, "");
            }
        }
        for (int skip = 0; skip < 4 && letters.length() - skip >= SHORTEST; skip++) {
            String inside = decoded(letters.substring(skip));
            String other = rewriting.apply(inside);
            if (!other.equals(inside)) {
                byte[] bytes = other.getBytes(StandardCharsets.ISO_8859_1);
                String encoded = separator.isEmpty()
                        ? Base64.getEncoder().encodeToString(bytes)
                        : Base64.getMimeEncoder(MIME_LINE, new byte[] {'\n'})
                                .encodeToString(bytes)
                                .replace("\n", separator);
                return letters.substring(0, skip) + encoded;
            }
        }
        return null;
    }

    /** One letter a byte, so that bytes that are no text survive. */
    private static String decoded(String letters) {
        String whole = letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    }
}
