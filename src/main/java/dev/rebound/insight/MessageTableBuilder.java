package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.column.LongCells;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Judges every message and lays the results out as columns, ordered by the deciding event. */
final class MessageTableBuilder {
    /** Texts that a message takes from whichever of its events has them. */
    private static final EventText[] MESSAGE_TEXTS = {
        EventText.CAMPAIGN, EventText.CAMPAIGN_ID, EventText.CANVAS, EventText.CANVAS_ID, EventText.STEP,
        EventText.STEP_ID, EventText.VARIANT, EventText.VARIANT_ID, EventText.DISPATCH_ID, EventText.MESSAGE_ID,
        EventText.SUBJECT, EventText.ESP, EventText.SENDING_IP, EventText.IP_POOL, EventText.FROM_DOMAIN,
        EventText.USER_ID, EventText.EXTERNAL_USER_ID
    };

    final EventTable events;
    final MessageGroups.Messages groups;
    final int[] group;
    final byte[] kind;
    final byte[] state;
    final int[] deciding;
    final int[] send;
    final int[] delivery;
    final short[] tries;
    final short[] kinds;
    final long[] windowEnd;
    final Map<EventText, LongCells> texts = new EnumMap<>(EventText.class);

    MessageTableBuilder(EventTable events, MessageGroups.Messages groups, StateRules rules) {
        this.events = events;
        this.groups = groups;
        int n = groups.count();
        group = new int[n];
        kind = new byte[n];
        state = new byte[n];
        deciding = new int[n];
        send = new int[n];
        delivery = new int[n];
        tries = new short[n];
        kinds = new short[n];
        windowEnd = new long[n];
        long[] order = order(rules);
        for (int i = 0; i < n; i++) {
            group[i] = (int) order[i];
            // Judged again rather than kept: facts of all messages at once would be the largest thing in memory.
            fill(i, rules.judge(groups, group[i]));
        }
        for (EventText field : MESSAGE_TEXTS) {
            texts.put(field, textColumn(field));
        }
    }

    /** The messages by their deciding event: event rows are in time order, so that row alone orders the messages. */
    private long[] order(StateRules rules) {
        long[] order = new long[groups.count()];
        for (int m = 0; m < order.length; m++) {
            order[m] = (long) rules.judge(groups, m).deciding << 32 | m;
        }
        Arrays.sort(order);
        return order;
    }

    private void fill(int i, StateRules.Facts f) {
        kind[i] = (byte) f.kind.ordinal();
        state[i] = (byte) (f.state == null ? -1 : f.state.ordinal());
        deciding[i] = f.deciding;
        send[i] = f.send;
        delivery[i] = f.delivery;
        tries[i] = (short) Math.min(Short.MAX_VALUE, f.tries);
        kinds[i] = (short) f.kinds;
        windowEnd[i] = f.windowEnd;
    }

    /** How often events of each message came again. */
    LongCells repeats(Iterable<Repeats> all) {
        Map<Repeats.Key, Integer> counts = Repeats.counts(all);
        LongCells column = new LongCells(0);
        for (int i = 0; i < group.length && !counts.isEmpty(); i++) {
            int sum = 0;
            for (int k = groups.starts()[group[i]]; k < groups.starts()[group[i] + 1]; k++) {
                int row = groups.rows()[k];
                // Taken out, so that two messages of one id do not both count it.
                Integer n = counts.remove(Repeats.key(events.address(row), field -> events.text(field, row)));
                sum += n == null ? 0 : n;
            }
            if (sum > 0) {
                column.put(i, sum);
            }
        }
        return column;
    }

    private LongCells textColumn(EventText field) {
        long[] column = new long[group.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = -1;
            for (int k = groups.starts()[group[i]]; column[i] < 0 && k < groups.starts()[group[i] + 1]; k++) {
                column[i] = events.text(field, groups.rows()[k]);
            }
        }
        return new LongCells(-1, column);
    }

    private LongCells column(EventText field) {
        LongCells column = texts.get(field);
        if (column == null) {
            throw new IllegalArgumentException(field.name());
        }
        return column;
    }

    /**
     * The campaign of each message: the newest name of its id, else the name it carries, else its Canvas, else the id. A
     * platform leaves names out around creation and renaming, so a name seen once serves all messages of its id.
     */
    int[] campaigns(Dictionary labels) {
        LongCells ids = column(EventText.CAMPAIGN_ID);
        int[] newest =
                new int[events.dictionaries().texts(EventText.CAMPAIGN_ID).size()];
        Arrays.fill(newest, -1);
        for (int row = 0; row < events.size(); row++) {
            int id = events.text(EventText.CAMPAIGN_ID, row);
            int name = events.text(EventText.CAMPAIGN, row);
            if (id >= 0 && name >= 0) {
                newest[id] = name;
            }
        }
        LongCells names = column(EventText.CAMPAIGN);
        LongCells canvas = column(EventText.CANVAS);
        int none = labels.add("");
        int[] out = new int[group.length];
        for (int i = 0; i < out.length; i++) {
            int name = ids.at(i) >= 0 && newest[ids.at(i)] >= 0 ? newest[ids.at(i)] : names.at(i);
            out[i] = name >= 0
                    ? labels.add(value(EventText.CAMPAIGN, name))
                    : canvas.at(i) >= 0
                            ? labels.add(value(EventText.CANVAS, canvas.at(i)))
                            : ids.at(i) >= 0 ? labels.add(value(EventText.CAMPAIGN_ID, ids.at(i))) : none;
        }
        return out;
    }

    int[] esps(Dictionary labels) {
        LongCells esp = column(EventText.ESP);
        int none = labels.add("");
        int[] out = new int[group.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = esp.at(i) < 0 ? none : labels.add(value(EventText.ESP, esp.at(i)));
        }
        return out;
    }

    private String value(EventText field, int code) {
        return events.dictionaries().texts(field).value(code);
    }
}
