package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.domain.SubscriptionStatus;
import java.time.Instant;
import java.util.List;

/**
 * An address that a source marked invalid.
 *
 * @param address the address key
 * @param since when it first was
 * @param reason the reason read in the causing reply
 * @param bounceClass the class read in the causing reply
 * @param causedBy the campaign of the causing message; empty for a bare list entry
 * @param message row of the causing message, or -1 for a bare list entry
 * @param event event row of the cause
 * @param subscription what the person agreed to; not changed by any of this
 * @param doubts facts that contradict the marking; empty when nothing does
 * @param confirmed whether the operator looked at it and keeps it invalid
 */
public record InvalidAddress(
        String address,
        Instant since,
        Reason reason,
        BounceClass bounceClass,
        String causedBy,
        int message,
        int event,
        SubscriptionStatus subscription,
        int eventsSince,
        List<Doubt> doubts,
        boolean confirmed) {
    /** Why a marking may be wrong. */
    public enum Doubt {
        /** A message to the address was delivered afterwards. */
        DELIVERED_LATER,
        /** A message to the address was opened or clicked afterwards. */
        OPENED_LATER,
        /** The reply speaks of the sender or the content, not of the address. */
        REPLY_IS_A_BLOCK,
        /** The reply speaks of a passing trouble, not of the address. */
        REPLY_IS_TEMPORARY,
        /** It was marked inside an incident of its provider. */
        IN_AN_INCIDENT
    }

    public InvalidAddress {
        doubts = List.copyOf(doubts);
    }

    /** Whether any fact contradicts the marking and nobody has confirmed it. */
    public boolean isQuestionable() {
        return !doubts.isEmpty() && !confirmed;
    }
}
