package dev.rebound.classify;

import dev.rebound.domain.Reply;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes that count for one reply: those in its text, else those its source gives.
 *
 * @param smtpCode 0 when unknown
 * @param enhancedCode null when unknown
 */
record Codes(int smtpCode, @Nullable String enhancedCode) {
    private static final Pattern CODE =
            Pattern.compile("(?<![^ :;,.=])([45][0-7]\\d)(?= )(?: ([45]\\.\\d\\.\\d{1,3})\\b)?");

    static Codes of(Reply reply) {
        Codes said = ReplyCodes.in(reply.text() == null ? "" : reply.text());
        return new Codes(
                said.smtpCode == 0 ? reply.smtpCode() : said.smtpCode,
                said.enhancedCode == null ? reply.enhancedCode() : said.enhancedCode);
    }

    /** Whether any code calls the failure temporary; such a failure never condemns an address. */
    boolean isTemporary() {
        return smtpCode / 100 == 4 || (enhancedCode != null && enhancedCode.startsWith("4."));
    }

    /**
     * The codes nearest before some words of a folded text. A text that quotes several answers is judged by the one
     * that the deciding words belong to.
     *
     * @param end where the words end
     * @return empty when no code stands before them
     */
    static Optional<Codes> before(String folded, int end) {
        Matcher matcher = CODE.matcher(folded).region(0, end);
        Codes last = null;
        while (matcher.find()) {
            last = new Codes(Integer.parseInt(matcher.group(1)), matcher.group(2));
        }
        return Optional.ofNullable(last);
    }

    /** A folded text up to the next answer that it quotes after a place. */
    static String answerUpTo(String folded, int place) {
        Matcher matcher = CODE.matcher(folded);
        return matcher.find(place) ? folded.substring(0, matcher.start()) : folded;
    }
}
