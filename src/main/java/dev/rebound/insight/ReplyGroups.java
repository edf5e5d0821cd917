package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventTable;
import dev.rebound.index.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups the replies of some messages by pattern, source's word and verdict. */
final class ReplyGroups {
    private record Key(int pattern, EventKind kind, int word, BounceClass bounceClass, Reason reason) {}

    private static final class Tally {
        private final int first;
        private int events;
        private int messages;
        private int lastMessage = -1;

        Tally(int first) {
            this.first = first;
        }
    }

    private final EventTable events;
    private final Table.Codes patterns;
    private final Map<Key, Tally> tallies = new LinkedHashMap<>();

    private ReplyGroups(EventTable events, ReplyPatterns patterns) {
        this.events = events;
        int[] replies = new int[events.size()];
        for (int row = 0; row < replies.length; row++) {
            replies[row] = events.text(EventText.REPLY, row);
        }
        var texts = events.dictionaries().texts(EventText.REPLY);
        this.patterns = patterns.of(Table.codes(replies, texts.size(), texts::value));
    }

    /** The groups of the chosen messages, those with the most messages first. */
    static List<ReplyGroup> of(EventTable events, MessageTable messages, ReplyPatterns patterns, Bitmap chosen) {
        ReplyGroups groups = new ReplyGroups(events, patterns);
        chosen.forEach(message -> {
            for (int event : messages.eventsOf(message)) {
                groups.add(message, event);
            }
        });
        return groups.tallies.entrySet().stream()
                .map(e -> groups.group(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(ReplyGroup::messages)
                        .reversed()
                        .thenComparing(ReplyGroup::pattern)
                        .thenComparing(ReplyGroup::kind))
                .toList();
    }

    private void add(int message, int event) {
        EventKind kind = events.kind(event);
        if (!kind.isFailure() && kind != EventKind.DEFERRAL) {
            return;
        }
        Key key = new Key(
                patterns.code(event),
                kind,
                events.text(wordField(event), event),
                events.bounceClass(event),
                events.reason(event));
        Tally tally = tallies.computeIfAbsent(key, k -> new Tally(event));
        tally.events++;
        if (tally.lastMessage != message) {
            tally.lastMessage = message;
            tally.messages++;
        }
    }

    /** A source's class says more than its name for the event. */
    private EventText wordField(int event) {
        return events.text(EventText.SOURCE_CLASS, event) >= 0 ? EventText.SOURCE_CLASS : EventText.RAW_KIND;
    }

    private ReplyGroup group(Key key, Tally tally) {
        Verdict own = events.correction(tally.first);
        String rule = own != null
                ? own.rule()
                : events.dictionaries().rules().value(events.rule(tally.first)).split("\t", 2)[0];
        return new ReplyGroup(
                key.pattern() < 0 ? "" : patterns.text(key.pattern()),
                key.kind(),
                events.textValue(wordField(tally.first), tally.first),
                key.bounceClass(),
                key.reason(),
                rule,
                tally.events,
                tally.messages,
                words(events.textValue(EventText.REPLY, tally.first)));
    }

    private static String words(@Nullable String reply) {
        return reply == null ? "" : reply;
    }
}
