package dev.rebound.domain;

/**
 * What a source says happened, before any reply text is read. The kind is the source's own claim: a source that files
 * an IP block as a hard bounce yields {@link #HARD_BOUNCE} here, and the {@link Verdict} beside it says {@code BLOCK}.
 * The address ledger follows the kind, the message state follows the verdict.
 */
public enum EventKind {
    /** Handed over to be sent: a send of the marketing platform, or an ESP's "processed" or "send". */
    SEND,
    /** The receiving server accepted the message. */
    DELIVERY,
    /** The source calls it a permanent failure of the address. */
    HARD_BOUNCE,
    /** The source calls it a temporary failure that is final for this message (or of the old era: one failed try). */
    SOFT_BOUNCE,
    /** The source calls it refused for sender, IP, content or policy. */
    BLOCK,
    /** Failed for good, and the source does not say which kind (bounce mails, plain logs). */
    BOUNCE,
    /** Not now; the sender will try again. */
    DEFERRAL,
    /** The ESP never tried: suppression list, earlier bounce, unsubscribe, invalid format. */
    DROP,
    /** The ESP refused to build or queue the message. */
    REJECTION,
    /** The recipient or a feedback loop reported spam. */
    COMPLAINT,
    /** A click on an unsubscribe link or header. A fact about the message; never writes a subscription status. */
    UNSUBSCRIBE,
    /** The message was opened. */
    OPEN,
    /** A link in the message was clicked. */
    CLICK,
    /** Never handed over: stopped before sending (abort rule, frequency cap, missing address). Not part of the sends. */
    ABORT,
    /** A list says this address is invalid or suppressed, without naming a message (bounce list exports). */
    LISTED_INVALID,
    /** Kept and shown, but says nothing about delivery. */
    OTHER;

    /** Whether this kind ends a message without delivery (a deferral does not). */
    public boolean isFailure() {
        return switch (this) {
            case HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE, DROP, REJECTION -> true;
            default -> false;
        };
    }
}
