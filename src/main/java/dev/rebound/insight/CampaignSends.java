package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the send of a platform's event that names no dispatch: exports of before August 2019, and queries that did not select
 * it. What remains is the address, the campaign (or canvas) and the step: the latest send of these is meant, never one of another
 * campaign. Events are told in time order.
 */
final class CampaignSends {
    private static final long ANSWERED_WITHIN_MILLIS = Duration.ofDays(5).toMillis();

    private record Mailing(int source, int address, EventText idOf, int id, int step) {}

    private record Begun(int group, long atMillis) {}

    private final EventTable events;
    private final Map<Mailing, Begun> latest = new HashMap<>();

    CampaignSends(EventTable events) {
        this.events = events;
    }

    private Mailing mailing(int row) {
        int campaign = events.text(EventText.CAMPAIGN_ID, row);
        EventText idOf = campaign >= 0 ? EventText.CAMPAIGN_ID : EventText.CANVAS_ID;
        return new Mailing(
                events.source(row),
                events.address(row),
                idOf,
                events.text(idOf, row),
                events.text(EventText.STEP_ID, row));
    }

    /** An event begins a message: a send, or the first that is told of one; what was stopped is answered by nobody. */
    void begin(int row, int group) {
        if (events.kind(row) != EventKind.ABORT) {
            latest.put(mailing(row), new Begun(group, events.timeMillis(row)));
        }
    }

    /** The group of the message that an event belongs to; -1 where it begins one. What people do they may do late. */
    int groupOf(int row) {
        Begun begun = latest.get(mailing(row));
        return switch (events.kind(row)) {
            case SEND, ABORT -> -1;
            case OPEN, CLICK, COMPLAINT, UNSUBSCRIBE -> begun == null ? -1 : begun.group();
            default ->
                begun == null || events.timeMillis(row) - begun.atMillis() > ANSWERED_WITHIN_MILLIS
                        ? -1
                        : begun.group();
        };
    }
}
