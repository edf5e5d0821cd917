package dev.rebound.insight;

import dev.rebound.index.EventTable;
import org.jspecify.annotations.Nullable;

/** Some rows of a table of events, ascending; all of them where no list is given. */
record EventRows(int @Nullable [] of, int size) {
    static EventRows all(EventTable events) {
        return new EventRows(null, events.size());
    }

    static EventRows of(int[] ascending) {
        return new EventRows(ascending, ascending.length);
    }

    int at(int i) {
        int[] list = of;
        return list == null ? i : list[i];
    }
}
