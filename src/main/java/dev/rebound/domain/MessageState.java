package dev.rebound.domain;

import java.util.Locale;

/**
 * What became of a message. Every sent message has exactly one state; the declaration order is the order of precedence
 * (first match wins), so that the sends of any set of messages are the sum of their states.
 */
public enum MessageState {
    /** A delivery event and no later bounce of the same message. */
    DELIVERED,
    /** Delivered, then bounced out of band. */
    RETURNED,
    /** Permanent failure of the address. */
    HARD_BOUNCED,
    /** Refused for sender, IP or content; the address is fine. */
    BLOCKED,
    /** Never attempted by the ESP: suppression list, earlier bounce, unsubscribe, invalid format. */
    DROPPED,
    /** The ESP would not or could not queue it. */
    REJECTED,
    /** A soft bounce after the last deferral, no delivery. */
    SOFT_BOUNCED,
    /** A failure whose reply and code fit no rule. */
    UNRECOGNISED,
    /** No final event, and a file that would hold the answer is missing. */
    UNCOVERED,
    /** Waiting or being retried; the retry window is not over. */
    OPEN,
    /** Last event is a deferral, the window is over, nothing since. */
    TIMED_OUT,
    /** Only a send, coverage complete, window over. */
    UNEXPLAINED;

    /** Whether the message counts as a delivery (it may have come back later). */
    public boolean isDelivery() {
        return this == DELIVERED || this == RETURNED;
    }

    /** The name used on the command line and in files, e.g. {@code soft_bounced}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
