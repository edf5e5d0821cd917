package dev.rebound.domain;

/** Whether an address may be written to, as known from bounces. Independent of {@link SubscriptionStatus}. */
public enum Validity {
    VALID,
    INVALID,
    /** Marked invalid by a source, contradicted by other facts. */
    QUESTIONABLE;

    /** The name used on the command line and in files. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
