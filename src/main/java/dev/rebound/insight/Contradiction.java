package dev.rebound.insight;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two facts about one address that should not stand side by side: its validity (from bounces) against its subscription
 * (from exports of users), or two statements about the subscription. Shown, never repaired: each belongs to a master of its own.
 *
 * @param address the address key
 * @param at since when, where a source says so
 * @param detail the other address, the users, or the source's word on the cause; empty where the kind says it all
 * @param message row of the message that shows it, or -1
 */
public record Contradiction(
        Kind kind, String address, @Nullable Instant at, String detail, int message) {
    /** What stands against what. */
    public enum Kind {
        /** Unsubscribed without an act of the person, by some tool that took the bounce for a wish. */
        UNSUBSCRIBED_BY_BOUNCE,
        /** Sent to and not dropped, after the person had unsubscribed. */
        SENT_THOUGH_UNSUBSCRIBED,
        /** One source says unsubscribed, another not, and no date tells which is newer: taken for unsubscribed. */
        STATUS_DISPUTED,
        /** Two users share an address that is invalid. */
        SHARED_BY_USERS,
        /** The person's new address is known, the invalid one is still written to. */
        OLD_ADDRESS_WRITTEN_TO;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
