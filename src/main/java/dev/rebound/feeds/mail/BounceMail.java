package dev.rebound.feeds.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says about a message that was sent before.
 *
 * @param date the mail's own date
 * @param messageId the mail's own Message-ID, without angle brackets
 * @param originalMessageId the returned message's Message-ID, without angle brackets
 * @param originalCampaign what the returned message's header calls its campaign, as some senders have it
 */
public record BounceMail(
        Kind kind,
        @Nullable Instant date,
        @Nullable String messageId,
        @Nullable String originalMessageId,
        @Nullable String originalSubject,
        @Nullable String originalCampaign,
        List<Recipient> recipients) {
    /** What kind of mail it is. */
    public enum Kind {
        BOUNCE,
        DELAY,
        DELIVERED,
        COMPLAINT,
        /** A person took the address off the list at the provider (RFC 5965, section 7.3). */
        OPT_OUT,
        /** An answer that a machine gave for a person: out of office, or a request to confirm that one is human. */
        AUTO_REPLY,
        OTHER;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One recipient.
     *
     * @param address the address that the report is about (RFC 3464, Final-Recipient); the Original-Recipient where the
     *     final one is only the house's own name for it
     * @param sentTo the address that the message was sent to where it was forwarded or expanded; null when the same
     * @param action the Action field in lower case; {@code delayed} also where a notice in words says so
     * @param status the Status field's code, e.g. {@code 5.1.1}
     * @param reply the Diagnostic-Code without its type, else the words of the notice that tell of this recipient
     */
    public record Recipient(
            String address,
            @Nullable String sentTo,
            @Nullable String action,
            @Nullable String status,
            @Nullable String reply,
            @Nullable String remoteMta,
            @Nullable Instant lastAttempt) {
        /** The address that the operator's list holds. */
        public String listed() {
            return sentTo == null ? address : sentTo;
        }
    }

    public BounceMail {
        recipients = List.copyOf(recipients);
    }
}
