package dev.rebound.insight;

import dev.rebound.index.EventTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the parts of a message came together, as bits of one byte; and the report over all messages. */
final class Joined {
    /** An ESP's message that found no send of the platform. */
    static final byte ALONE = 1;
    /** An ESP's message that was joined by address and time. */
    static final byte BY_TIME = 2;
    /** An ESP's message that was joined by an id. */
    static final byte BY_ID = 4;
    /** A send of the platform. */
    static final byte SENT = 8;

    private Joined() {}

    private static final class Sum {
        int messages;
        int joined;
        int byId;
        final List<Integer> open = new ArrayList<>();
    }

    /** The report over all messages; empty where there is no send of a platform to join to. */
    static JoinReport report(EventTable events, MessageColumns messages) {
        boolean anySend = false;
        for (byte join : messages.join) {
            anySend |= (join & SENT) != 0;
        }
        Map<String, Sum> bySource = new TreeMap<>();
        for (int m = 0; anySend && m < messages.size(); m++) {
            if (messages.espSource[m] >= 0) {
                Sum sum = bySource.computeIfAbsent(
                        events.dictionaries().sources().value(messages.espSource[m]), s -> new Sum());
                sum.messages++;
                sum.joined += (messages.join[m] & ALONE) == 0 ? 1 : 0;
                sum.byId += (messages.join[m] & BY_ID) != 0 ? 1 : 0;
                if ((messages.join[m] & ALONE) != 0) {
                    sum.open.add(messages.rows[messages.starts[m]]);
                }
            }
        }
        List<JoinReport.Source> sources = new ArrayList<>();
        bySource.forEach((name, sum) -> {
            sum.open.sort(null);
            sources.add(new JoinReport.Source(name, sum.messages, sum.joined, sum.byId, sum.open));
        });
        return new JoinReport(sources);
    }
}
