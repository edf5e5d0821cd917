package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * The newest name of each campaign's and each Canvas's id, by codes; -1 where no event has both. A platform leaves names out around
 * creation and renaming, so a name seen once serves all messages of its id.
 */
record NewestNames(int[] campaigns, int[] canvases) {
    static NewestNames of(EventTable events) {
        return new NewestNames(
                of(events, EventText.CAMPAIGN_ID, EventText.CAMPAIGN),
                of(events, EventText.CANVAS_ID, EventText.CANVAS));
    }

    /** The newest name of each id of one kind. */
    static int[] of(EventTable events, EventText idField, EventText nameField) {
        int[] newest = new int[events.dictionaries().texts(idField).size()];
        Arrays.fill(newest, -1);
        int open = newest.length;
        for (int row = events.size() - 1; row >= 0 && open > 0; row--) {
            int id = events.text(idField, row);
            if (id >= 0 && newest[id] < 0) {
                newest[id] = events.text(nameField, row);
                open -= newest[id] < 0 ? 0 : 1;
            }
        }
        return newest;
    }
}
