package dev.rebound.index;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.List;

/**
 * The order of events: by time, and for one address at one time by what the events say, never by which file was imported
 * first. So the same events mean the same in any order of import. Of two addresses at one time either may come first: no
 * meaning depends on that.
 */
final class EventOrder {
    /** A send comes before what became of it, a deferral before what ended the tries. */
    private static final int[] RANK = ranks();

    private static final EventText[] SAID = {
        EventText.DISPATCH_ID,
        EventText.SEND_ID,
        EventText.MESSAGE_ID,
        EventText.CAMPAIGN,
        EventText.STEP_ID,
        EventText.VARIANT_ID,
        EventText.REPLY
    };

    private final List<EventTable.Part> parts;
    private final Dictionaries dictionaries;

    EventOrder(List<EventTable.Part> parts, Dictionaries dictionaries) {
        this.parts = parts;
        this.dictionaries = dictionaries;
    }

    private static int[] ranks() {
        int[] ranks = new int[EventKind.values().length];
        for (EventKind kind : EventKind.values()) {
            ranks[kind.ordinal()] = 2 + kind.ordinal();
        }
        ranks[EventKind.SEND.ordinal()] = 0;
        ranks[EventKind.DEFERRAL.ordinal()] = 1;
        return ranks;
    }

    /** A part and a row of it in one number. */
    static long place(int part, int row) {
        return (long) part << 40 | row;
    }

    int compare(long a, long b) {
        EventColumns left = parts.get((int) (a >>> 40)).columns();
        EventColumns right = parts.get((int) (b >>> 40)).columns();
        int l = (int) a;
        int r = (int) b;
        int order = Long.compare(left.time().get(l), right.time().get(r));
        if (order == 0) {
            order = Integer.compare(left.address().at(l), right.address().at(r));
        }
        if (order == 0) {
            order = Integer.compare(RANK[left.kind().at(l)], RANK[right.kind().at(r)]);
        }
        if (order == 0) {
            order = compare(
                    dictionaries.sources(), left.source().at(l), right.source().at(r));
        }
        for (int i = 0; order == 0 && i < SAID.length; i++) {
            order = compare(
                    dictionaries.texts(SAID[i]),
                    left.text(SAID[i]).at(l),
                    right.text(SAID[i]).at(r));
        }
        return order == 0 ? Long.compare(a, b) : order;
    }

    private static int compare(Dictionary words, int a, int b) {
        if (a == b) {
            return 0;
        }
        return a < 0 || b < 0 ? Integer.compare(a, b) : words.value(a).compareTo(words.value(b));
    }
}
