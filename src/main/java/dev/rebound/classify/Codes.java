package dev.rebound.classify;

import dev.rebound.domain.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The codes that count for one reply: those in its text, else those its source gives.
 *
 * @param smtpCode 0 when unknown
 * @param enhancedCode null when unknown
 */
record Codes(int smtpCode, @Nullable String enhancedCode) {
    static Codes of(Reply reply) {
        String text = reply.text() == null ? "" : reply.text();
        int smtp = ReplyCodes.smtpCode(text);
        String enhanced = ReplyCodes.enhancedCode(text);
        return new Codes(smtp == 0 ? reply.smtpCode() : smtp, enhanced == null ? reply.enhancedCode() : enhanced);
    }

    /** Whether any code calls the failure temporary; such a failure never condemns an address. */
    boolean isTemporary() {
        return smtpCode / 100 == 4 || (enhancedCode != null && enhancedCode.startsWith("4."));
    }
}
