package dev.rebound.insight;

import dev.rebound.domain.MessageState;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * What an import or an undo changes of the messages. What an address has depends on no other address, so the messages of
 * the touched addresses are made anew and all others stay; of those, the ones whose end is open are judged again, since
 * their state depends on the hours that are held and on the clock.
 */
final class PictureChange {
    private final EventChange change;
    private final EventTable after;
    private final boolean[] platforms;
    private final Bitmap touched;

    /** @param after the table as it is, with the operator's corrections */
    PictureChange(EventChange change, EventTable after, boolean[] platforms) {
        this.change = change;
        this.after = after;
        this.platforms = platforms;
        touched = Bitmap.none(after.dictionaries().addresses().size());
        for (int row : change.added()) {
            touched.set(after.address(row));
        }
        change.forEachGone(row -> touched.set(change.before().address(row)));
    }

    /** The messages of the touched addresses, made anew. */
    MessageGroups.Messages regrouped() {
        int[] rows = new int[Math.max(16, change.size() * 2)];
        int n = 0;
        for (int row = 0; row < after.size(); row++) {
            if (touched.get(after.address(row))) {
                if (n == rows.length) {
                    rows = Arrays.copyOf(rows, n + (n >> 1));
                }
                rows[n++] = row;
            }
        }
        return MessageGroups.of(after, EventRows.of(Arrays.copyOf(rows, n)), platforms);
    }

    private boolean isTouched(MessageColumns before, int m) {
        return touched.get(change.before().address(before.rows[before.starts[m]]));
    }

    private static boolean isOpenEnded(MessageColumns before, int m) {
        int state = before.state[m];
        return state == MessageState.UNCOVERED.ordinal()
                || state == MessageState.OPEN.ordinal()
                || state == MessageState.TIMED_OUT.ordinal()
                || state == MessageState.UNEXPLAINED.ordinal();
    }

    /** Takes what the touched messages were out of the counts, and puts in what they are. */
    void recount(MessageColumns before, MessageGroups.Messages fresh, CoverageCounts counts) {
        for (int m = 0; m < before.size(); m++) {
            if (isTouched(before, m)) {
                counts.count(change.before(), before.starts, before.rows, m, -1);
            }
        }
        for (int m = 0; m < fresh.count(); m++) {
            counts.count(after, fresh.starts(), fresh.rows(), m, 1);
        }
    }

    /** All messages: those that are new or judged again among the others. */
    MessageColumns rejudged(MessageColumns before, MessageGroups.Messages fresh, StateRules rules) {
        MessageGroups.Messages judgedNow =
                before.groups(fresh, m -> isOpenEnded(before, m) && !isTouched(before, m), change);
        return before.with(
                MessageColumns.judged(after, judgedNow, rules),
                m -> isOpenEnded(before, m) || isTouched(before, m),
                change);
    }
}
