package dev.rebound.index;

import java.util.function.IntConsumer;

/** A table of events before and after imports came or went, and where each row went. */
public final class EventChange {
    private final EventTable before;
    private final EventTable after;
    private final int first;
    private final int[] movedTo;
    private final int[] added;

    EventChange(EventTable before, EventTable after, int first, int[] movedTo, int[] added) {
        this.before = before;
        this.after = after;
        this.first = first;
        this.movedTo = movedTo;
        this.added = added;
    }

    /** The table as it was. */
    public EventTable before() {
        return before;
    }

    /** The table as it is. */
    public EventTable after() {
        return after;
    }

    /** The row now of a row then; -1 where it went. */
    public int movedTo(int row) {
        return row < first ? row : movedTo[row - first];
    }

    /** The rows that came, ascending; of the table as it is. */
    public int[] added() {
        return added;
    }

    /** Visits the rows that went; of the table as it was. */
    public void forEachGone(IntConsumer visitor) {
        for (int i = 0; i < movedTo.length; i++) {
            if (movedTo[i] < 0) {
                visitor.accept(first + i);
            }
        }
    }

    /** Number of rows that came or went. */
    public int size() {
        int gone = 0;
        for (int to : movedTo) {
            gone += to < 0 ? 1 : 0;
        }
        return gone + added.length;
    }
}
