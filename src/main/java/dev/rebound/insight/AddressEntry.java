package dev.rebound.insight;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * One dated line of an address's ledger.
 *
 * @param detail a campaign, a server's reply, a status or a source, as the line needs it; may be empty
 * @param message row of the message it is about, or -1
 */
public record AddressEntry(Instant at, What what, String detail, int message) {
    private static final Set<What> WITH_DETAIL = Set.of(
            What.MARKED_INVALID, What.HARD_BOUNCE_AGAIN, What.SENT_AFTER, What.DELIVERED_AFTER, What.OPENED_AFTER);

    /** The key of the sentence that tells it; where it has no detail, of one that leads to none. */
    public String textKey() {
        return "ledger." + what.code() + (detail.isEmpty() && WITH_DETAIL.contains(what) ? ".bare" : "");
    }

    /** What happened to the address. */
    public enum What {
        FIRST_SEEN,
        /** A hard bounce marked it; the detail is the reply. */
        MARKED_INVALID,
        /** A list of the source names it. */
        LISTED_INVALID,
        /** Another hard bounce after the first. */
        HARD_BOUNCE_AGAIN,
        /** Written to after it was marked; the detail is the campaign. */
        SENT_AFTER,
        /** A message arrived after it was marked; the detail is the campaign. */
        DELIVERED_AFTER,
        OPENED_AFTER,
        /** An export of users says this status. */
        STATUS,
        /** The operator marked it valid here. */
        OPERATOR_VALID,
        /** The operator looked at it and keeps it invalid. */
        OPERATOR_INVALID;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
