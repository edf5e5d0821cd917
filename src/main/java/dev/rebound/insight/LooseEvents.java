package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * A platform's events that name a dispatch (or send) and leave out the variant or the step of the Canvas, as queries do that did not
 * select them. Each belongs to the message of that dispatch to that address which another event describes more closely; of several
 * to the latest that had begun.
 */
final class LooseEvents {
    private final EventTable events;
    private final int[] firstEvent;
    /** By the hash of a mail the first group that has it, and behind each group the next one; numbers from 1 on, 0 for none. */
    private final int[] heads;

    private final int[] next;

    /** @param platform of each of the first {@code groups} groups whether it is a platform's; those are described closely */
    LooseEvents(EventTable events, int[] firstEvent, boolean[] platform, int groups) {
        this.events = events;
        this.firstEvent = Arrays.copyOf(firstEvent, groups);
        this.heads = new int[Integer.highestOneBit(Math.max(1, groups)) * 2];
        this.next = new int[groups];
        // Backwards, so that the earlier of two stands before the later one.
        for (int group = groups - 1; group >= 0; group--) {
            if (platform[group]) {
                int slot = slot(firstEvent[group]);
                next[group] = heads[slot];
                heads[slot] = group + 1;
            }
        }
    }

    /** Whether an event leaves out what its dispatch alone does not say. */
    static boolean isLoose(EventTable events, int row) {
        return events.text(EventText.STEP_ID, row) < 0
                && (events.text(EventText.VARIANT_ID, row) < 0 || events.text(EventText.CANVAS_ID, row) >= 0)
                && (events.text(EventText.DISPATCH_ID, row) >= 0 || events.text(EventText.SEND_ID, row) >= 0);
    }

    private int id(int row) {
        int dispatch = events.text(EventText.DISPATCH_ID, row);
        return dispatch >= 0 ? dispatch : ~events.text(EventText.SEND_ID, row);
    }

    private int slot(int row) {
        long h = (((long) events.address(row) << 32) ^ (id(row) * 31L) ^ events.source(row)) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32) & (heads.length - 1);
    }

    private boolean isOfOneMail(int a, int b) {
        return events.address(a) == events.address(b) && id(a) == id(b) && events.source(a) == events.source(b);
    }

    /** The message of a loose event; -1 where none is described more closely. */
    int groupOf(int row) {
        int variant = events.text(EventText.VARIANT_ID, row);
        int found = -1;
        for (int at = heads[slot(row)]; at > 0; at = next[at - 1]) {
            int first = firstEvent[at - 1];
            int its = events.text(EventText.VARIANT_ID, first);
            boolean fits = isOfOneMail(first, row) && (variant < 0 || its < 0 || its == variant);
            if (fits && (found < 0 || events.timeMillis(first) <= events.timeMillis(row))) {
                found = at - 1;
            }
        }
        return found;
    }
}
