package dev.rebound.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure before it is classified.
 *
 * @param text the server's or the ESP's words, as found; null when the source gives none
 * @param smtpCode 200 to 599, or 0 when unknown
 * @param enhancedCode e.g. {@code 5.1.1} (RFC 3463), or null
 * @param sourceWord the source's own class in its own words, e.g. {@code Permanent/NoEmail}; null when it gives none
 * @param hint what that word means by the feed's vocabulary, when it is specific enough to decide where the text is
 *     silent; null otherwise
 * @param kind what the source says happened
 */
public record Reply(
        @Nullable String text,
        int smtpCode,
        @Nullable String enhancedCode,
        @Nullable String sourceWord,
        @Nullable Reason hint,
        EventKind kind) {
    /** A bare text, as a person pastes it. */
    public static Reply ofText(String text) {
        return new Reply(text, 0, null, null, null, EventKind.BOUNCE);
    }
}
