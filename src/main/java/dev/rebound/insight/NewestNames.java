package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/** The newest name of each campaign id, by codes; -1 where no event has both. */
final class NewestNames {
    private NewestNames() {}

    static int[] of(EventTable events) {
        int[] newest =
                new int[events.dictionaries().texts(EventText.CAMPAIGN_ID).size()];
        Arrays.fill(newest, -1);
        int open = newest.length;
        for (int row = events.size() - 1; row >= 0 && open > 0; row--) {
            int id = events.text(EventText.CAMPAIGN_ID, row);
            if (id >= 0 && newest[id] < 0) {
                newest[id] = events.text(EventText.CAMPAIGN, row);
                open -= newest[id] < 0 ? 0 : 1;
            }
        }
        return newest;
    }
}
