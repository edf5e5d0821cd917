package dev.rebound.domain;

import java.util.Locale;

/**
 * Why a message was not delivered, in the taxonomy of the bounce page. The {@linkplain #code() code} is an interface:
 * files, command line and saved views use it.
 */
public enum Reason {
    INVALID_RECIPIENT(BounceClass.HARD),
    INVALID_DOMAIN(BounceClass.HARD),
    RECIPIENT_MOVED(BounceClass.HARD),
    MAILBOX_DISABLED(BounceClass.HARD),
    MAILBOX_FULL(BounceClass.SOFT),
    MESSAGE_TOO_LARGE(BounceClass.SOFT),
    SERVER_UNAVAILABLE(BounceClass.SOFT),
    NETWORK_ERROR(BounceClass.SOFT),
    DELIVERY_EXPIRED(BounceClass.SOFT),
    RATE_LIMITED(BounceClass.SOFT),
    GREYLISTED(BounceClass.SOFT),
    SPAM_CONTENT(BounceClass.BLOCK),
    VIRUS_OR_ATTACHMENT(BounceClass.BLOCK),
    CONTENT_REJECTED(BounceClass.BLOCK),
    REPUTATION_BLOCK(BounceClass.BLOCK),
    AUTH_FAILURE(BounceClass.BLOCK),
    SENDER_REJECTED(BounceClass.BLOCK),
    RELAY_DENIED(BounceClass.BLOCK),
    POLICY_BLOCK(BounceClass.BLOCK),
    PROTOCOL_ERROR(BounceClass.BLOCK),
    UNDETERMINED(BounceClass.UNDETERMINED),
    /** The ESP did not try; only ever the reason of a drop. */
    SUPPRESSED(BounceClass.UNDETERMINED);

    private final BounceClass usualClass;

    Reason(BounceClass usualClass) {
        this.usualClass = usualClass;
    }

    /** The class this reason has when no guard lowers it (a 4xx code turns a hard reason soft). */
    public BounceClass usualClass() {
        return usualClass;
    }

    /** The name used on the command line and in files, e.g. {@code mailbox_full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
