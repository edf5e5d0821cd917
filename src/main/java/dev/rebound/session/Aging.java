package dev.rebound.session;

import dev.rebound.column.EventColumns;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.index.EventTable;
import dev.rebound.insight.MessageTable;
import dev.rebound.insight.Picture;
import dev.rebound.store.PastCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which messages are older than a moment, by their last event. What makes an address invalid is no old message: it stays,
 * with all of its message, so that the invalid addresses and the sums do not change. Nor is what an open case has pinned.
 */
final class Aging {
    private final Picture picture;
    private final BitSet gone = new BitSet();
    private final BitSet goneMessages = new BitSet();
    private final Map<String, Map<String, Map<String, Long>>> counts = new TreeMap<>();
    private long kept;
    private long pinned;

    /** Held messages stay, however old. */
    Aging(Picture picture, Instant cutoff, BitSet held) {
        this.picture = picture;
        long end = cutoff.toEpochMilli();
        EventTable events = picture.events();
        MessageTable table = picture.messages();
        BitSet ofMessages = new BitSet();
        for (int m = 0; m < table.size(); m++) {
            boolean old = true;
            boolean condemns = false;
            for (int e : table.eventsOf(m)) {
                ofMessages.set(e);
                old &= events.timeMillis(e) < end;
                condemns |= condemns(e);
            }
            if (old && condemns) {
                kept++;
            } else if (old && held.get(m)) {
                pinned++;
            } else if (old) {
                goneMessages.set(m);
                for (int e : table.eventsOf(m)) {
                    gone.set(e);
                }
                count(m);
            }
        }
        for (int e = 0; e < events.size(); e++) {
            if (!ofMessages.get(e) && events.timeMillis(e) < end && !condemns(e)) {
                gone.set(e);
            }
        }
    }

    private boolean condemns(int event) {
        EventTable events = picture.events();
        boolean hard = events.kind(event) == EventKind.LISTED_INVALID || events.bounceClass(event) == BounceClass.HARD;
        return hard
                && picture.invalid(events.dictionaries().addresses().value(events.address(event)))
                        .isPresent();
    }

    private void count(int message) {
        MessageState state = picture.messages().state(message);
        long millis = picture.messages().timeMillis(message);
        String day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), picture.zone())
                .toString();
        counts.computeIfAbsent(day, d -> new TreeMap<>())
                .computeIfAbsent(picture.messages().campaign(message), c -> new TreeMap<>())
                .merge(state == null ? "not_sent" : state.code(), 1L, Long::sum);
    }

    RetentionPreview preview(Instant cutoff) {
        return new RetentionPreview(cutoff, messages(), gone.cardinality(), kept, pinned);
    }

    long messages() {
        return goneMessages.cardinality();
    }

    BitSet goneMessages() {
        return goneMessages;
    }

    List<PastCount> counts() {
        List<PastCount> out = new ArrayList<>();
        counts.forEach((day, ofDay) -> ofDay.forEach((campaign, ofCampaign) ->
                ofCampaign.forEach((state, n) -> out.add(new PastCount(day, campaign, state, n)))));
        return out;
    }

    /** The rows to go of each of some segments. */
    List<BitSet> of(List<EventColumns> segments) {
        List<BitSet> parts = new ArrayList<>();
        IdentityHashMap<EventColumns, BitSet> bySegment = new IdentityHashMap<>();
        for (EventColumns segment : segments) {
            parts.add(bySegment.computeIfAbsent(segment, s -> new BitSet()));
        }
        EventTable events = picture.events();
        for (int e = gone.nextSetBit(0); e >= 0; e = gone.nextSetBit(e + 1)) {
            bySegment.computeIfAbsent(events.columns(e), s -> new BitSet()).set(events.place(e));
        }
        return parts;
    }
}
