package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Failures and deferrals whose replies differ only in their variable parts, that a source called by the same word and
 * that were read the same way.
 *
 * @param pattern the folded reply; empty where the source gives no words
 * @param kind what the source called it
 * @param word the source's own word, e.g. {@code Permanent/NoEmail}; null when it has none
 * @param bounceClass the class read in the reply
 * @param reason the reason read in the reply
 * @param rule the rule that decided, or the operator
 * @param events how many there are
 * @param messages of how many messages
 * @param example one reply as it came; empty where there are no words
 */
public record ReplyGroup(
        String pattern,
        EventKind kind,
        @Nullable String word,
        BounceClass bounceClass,
        Reason reason,
        String rule,
        int events,
        int messages,
        String example) {
    /** Whether the source's word and the reply's own words are of different classes; silence contradicts nobody. */
    public boolean isDisagreement() {
        return isDisagreement(kind, bounceClass);
    }

    /**
     * The same of one event.
     *
     * @param kind what the source called it
     * @param bounceClass the class read in the reply
     */
    static boolean isDisagreement(EventKind kind, BounceClass bounceClass) {
        BounceClass said = switch (kind) {
            case HARD_BOUNCE -> BounceClass.HARD;
            case SOFT_BOUNCE -> BounceClass.SOFT;
            case BLOCK -> BounceClass.BLOCK;
            default -> BounceClass.UNDETERMINED;
        };
        return said != BounceClass.UNDETERMINED && bounceClass != BounceClass.UNDETERMINED && said != bounceClass;
    }
}
