package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.index.EventChange;
import dev.rebound.index.EventTable;
import java.util.Arrays;

/**
 * Which sources are platforms: those that name dispatches (or sends) without message ids, or at least the campaigns of mail that
 * another service carries out. By the source's code.
 */
final class PlatformSources {
    private PlatformSources() {}

    static boolean[] of(EventTable events) {
        boolean[] platform = new boolean[events.dictionaries().sources().size()];
        for (int row = 0; row < events.size(); row++) {
            int source = events.source(row);
            platform[source] = platform[source] || isOfAPlatform(events, row);
        }
        return platform;
    }

    /** The same after a change; where events went, whoever was a platform may be none any more. */
    static boolean[] after(EventChange change, boolean[] before) {
        boolean[] gone = new boolean[1];
        change.forEachGone(row -> gone[0] = true);
        if (gone[0]) {
            return of(change.after());
        }
        EventTable events = change.after();
        boolean[] platform =
                Arrays.copyOf(before, events.dictionaries().sources().size());
        for (int row : change.added()) {
            int source = events.source(row);
            platform[source] = platform[source] || isOfAPlatform(events, row);
        }
        return platform;
    }

    /** Whether the platforms are the same: a new one is a platform of all messages that it tells nothing of. */
    static boolean isSame(boolean[] before, boolean[] after) {
        int n = Math.max(before.length, after.length);
        return Arrays.equals(Arrays.copyOf(before, n), Arrays.copyOf(after, n));
    }

    private static boolean isOfAPlatform(EventTable events, int row) {
        return events.text(EventText.MESSAGE_ID, row) < 0
                && (events.text(EventText.DISPATCH_ID, row) >= 0
                        || events.text(EventText.SEND_ID, row) >= 0
                        || namesOnlyItsCampaign(events, row));
    }

    /** Whether an event of a platform's kind has a campaign or canvas for its only id; a service names itself as the service. */
    static boolean namesOnlyItsCampaign(EventTable events, int row) {
        boolean named = events.text(EventText.CAMPAIGN_ID, row) >= 0 || events.text(EventText.CANVAS_ID, row) >= 0;
        if (!named
                || events.text(EventText.MESSAGE_ID, row) >= 0
                || events.text(EventText.DISPATCH_ID, row) >= 0
                || events.text(EventText.SEND_ID, row) >= 0) {
            return false;
        }
        String service = events.textValue(EventText.ESP, row);
        return service == null
                || !service.equals(events.dictionaries().sources().value(events.source(row)));
    }
}
