package dev.rebound.insight.compare;

import dev.rebound.filter.Filter;
import java.util.Locale;

/**
 * A part of a difference that has a name.
 *
 * @param count signed: what it adds to our figure against the claimed one
 * @param of how many messages could be the cause; more than the count where only some of them are needed
 * @param rows the filter that opens those messages
 */
public record Cause(Kind kind, long count, long of, Filter rows) {
    /** What makes two honest figures differ. */
    public enum Kind {
        /** Accepted first and sent back later: one side takes them off its deliveries. */
        RETURNED(true),
        /** Test messages that the other side counts. */
        TEST_SENDS(true),
        /** Messages stopped before they were sent, which the other side counts as sends. */
        NOT_SENT(true),
        /** Deliveries whose send is in no file: the other side counts them, our campaign cannot. */
        ORPHANS(true),
        /** Drops, which never left the sending service, counted as bounces. */
        DROPS_AS_BOUNCES(true),
        /** Soft bounces counted as bounces. */
        SOFT_AS_BOUNCES(true),
        /** Blocks counted as bounces. */
        BLOCKS_AS_BOUNCES(true),
        /** Drops counted as sends by one side only. */
        DROPS_AS_SENDS(true),
        /** Further users of one address in one dispatch: one message of ours, several of the other side. */
        SECOND_USERS(true),
        /** Between the midnights of the dashboard's zone and of UTC, or of the zone in which times are shown. */
        DAY_EDGE(true),
        /** Delivered or failed on a later day than sent, where one side counts by the day of the send. */
        LATER_DAY(true),
        /** Events that came more than once and were counted each time. */
        DUPLICATES(false),
        /** Messages whose answer is in an hour that our files lack. */
        MISSING_HOURS(false),
        /** Messages that were still open when our files ended. */
        STILL_OPEN(false);

        private final boolean whole;

        Kind(boolean whole) {
            this.whole = whole;
        }

        /** Whether it applies to all of its messages or to none: a way of counting, not an accident. */
        public boolean isWhole() {
            return whole;
        }

        /** Whether it is another way to choose the day of a figure. */
        public boolean isOfTheDay() {
            return this == DAY_EDGE || this == LATER_DAY;
        }

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
