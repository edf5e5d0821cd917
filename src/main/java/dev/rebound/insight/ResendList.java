package dev.rebound.insight;

import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.index.Bitmap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who of a set of messages could be written to again now. Every message of the set is either on the list or excluded for
 * the first reason that applies; the counts add up. Nothing is sent: this is a list for a person to decide about.
 *
 * @param considered messages of the set
 * @param messages rows of the messages whose addresses are on the list, in time order, one an address
 * @param leftOut rows of the messages that were left out, by reason; reasons without any are there with none
 */
public record ResendList(long considered, List<Integer> messages, Map<Exclusion, List<Integer>> leftOut) {
    /** Why a message is not on the list, in the order in which it is asked. */
    public enum Exclusion {
        /** It was never handed over, or it was a test. */
        NOT_SENT,
        /** It was delivered. */
        DELIVERED,
        /** It may still be delivered. */
        STILL_OPEN,
        /** A file of the operator's names the address. */
        OWN_LIST,
        /** A source holds the address as invalid, rightly or not: it would drop the mail, or has dropped one. */
        INVALID,
        /** The person does not want mail. */
        UNSUBSCRIBED,
        /** The person complained of a mail as spam. */
        COMPLAINED,
        /** A sending service drops what is sent to the address and does not say why. */
        SUPPRESSED,
        /** Another message of the campaign reached the address. */
        DELIVERED_SINCE,
        /** A later campaign reached the address. */
        LATER_CAMPAIGN,
        /** A later message to the address, or another one of the campaign, may still be delivered. */
        LATER_OPEN,
        /** The provider's incident goes on. */
        INCIDENT,
        /** The address is on the list already. */
        DUPLICATE;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ResendList {
        messages = List.copyOf(messages);
        EnumMap<Exclusion, List<Integer>> all = new EnumMap<>(Exclusion.class);
        for (Exclusion e : Exclusion.values()) {
            all.put(e, List.copyOf(leftOut.getOrDefault(e, List.of())));
        }
        leftOut = Collections.unmodifiableMap(all);
    }

    /** How many were left out, by reason; reasons without any are there with 0. */
    public Map<Exclusion, Long> excluded() {
        EnumMap<Exclusion, Long> counts = new EnumMap<>(Exclusion.class);
        leftOut.forEach((why, rows) -> counts.put(why, (long) rows.size()));
        return counts;
    }

    /** Goes through a selection; own exclusions are address keys. */
    public static ResendList of(Picture picture, Bitmap rows, Set<String> ownExclusions) {
        ResendQuestions ask = new ResendQuestions(picture, ownExclusions);
        Map<Exclusion, List<Integer>> leftOut = new EnumMap<>(Exclusion.class);
        List<Integer> list = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        long considered = 0;
        for (int m = rows.next(0); m >= 0; m = rows.next(m + 1)) {
            considered++;
            Exclusion why = ask.exclusion(m);
            if (why == null && !taken.add(picture.messages().address(m))) {
                why = Exclusion.DUPLICATE;
            }
            if (why == null) {
                list.add(m);
            } else {
                leftOut.computeIfAbsent(why, w -> new ArrayList<>()).add(m);
            }
        }
        return new ResendList(considered, list, leftOut);
    }

    /** Whether the list and the exclusions account for every message. */
    public boolean addsUp() {
        return considered
                == messages.size()
                        + leftOut.values().stream().mapToLong(List::size).sum();
    }

    /** Whether the status forbids mail. */
    static boolean forbids(SubscriptionStatus status) {
        return status == SubscriptionStatus.UNSUBSCRIBED;
    }
}
