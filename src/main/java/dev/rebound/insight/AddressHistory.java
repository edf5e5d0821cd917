package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.index.EventTable;
import dev.rebound.insight.AddressEntry.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells the dated ledger of one address from its events, the exports of users and the operator's own mark. */
final class AddressHistory {
    private final EventTable events;
    private final MessageTable messages;
    private final List<AddressEntry> entries = new ArrayList<>();
    private final DataSettings.@Nullable AddressMark own;
    private boolean marked;
    private boolean freed;

    private AddressHistory(EventTable events, MessageTable messages, DataSettings.@Nullable AddressMark own) {
        this.events = events;
        this.messages = messages;
        this.own = own;
    }

    /** The lines in time order; empty for an address that nothing names. */
    static List<AddressEntry> of(
            String key, EventTable events, MessageTable messages, List<SubscriptionFact> facts, DataSettings settings) {
        DataSettings.AddressMark own = settings.addressMarks().get(key);
        AddressHistory history = new AddressHistory(events, messages, own);
        int address = events.dictionaries().addresses().find(key);
        int[] messageOf = history.messagesOf(address);
        for (int row = 0; row < events.size() && address >= 0; row++) {
            if (events.address(row) == address) {
                history.tell(row, messageOf);
            }
        }
        for (SubscriptionFact fact : facts) {
            Instant since = fact.since();
            if (fact.address().key().equals(key) && since != null) {
                history.entries.add(
                        new AddressEntry(since, What.STATUS, fact.status().code(), -1));
            }
        }
        if (own != null) {
            history.entries.add(
                    new AddressEntry(own.at(), own.valid() ? What.OPERATOR_VALID : What.OPERATOR_INVALID, "", -1));
        }
        history.entries.sort(Comparator.comparing(AddressEntry::at));
        return List.copyOf(history.entries);
    }

    private int[] messagesOf(int address) {
        return IntStream.range(0, messages.size())
                .filter(m -> messages.address(m) == address)
                .toArray();
    }

    private void tell(int row, int[] ofAddress) {
        if (entries.isEmpty()) {
            add(row, What.FIRST_SEEN, events.dictionaries().sources().value(events.source(row)), ofAddress);
        }
        if (!freed
                && own != null
                && own.valid()
                && events.timeMillis(row) > own.at().toEpochMilli()) {
            freed = true;
            marked = false;
        }
        if (AddressLedger.marks(events, row)) {
            String reply = events.textValue(EventText.REPLY, row);
            What what = marked
                    ? What.HARD_BOUNCE_AGAIN
                    : events.kind(row) == EventKind.LISTED_INVALID ? What.LISTED_INVALID : What.MARKED_INVALID;
            if (!marked || events.kind(row) != EventKind.LISTED_INVALID) {
                add(row, what, reply == null ? "" : reply, ofAddress);
            }
            marked = true;
        } else if (marked) {
            switch (events.kind(row)) {
                case SEND -> campaign(row, What.SENT_AFTER, ofAddress);
                case DELIVERY -> campaign(row, What.DELIVERED_AFTER, ofAddress);
                case OPEN, CLICK -> campaign(row, What.OPENED_AFTER, ofAddress);
                default -> {}
            }
        }
    }

    /** Two feeds tell of the same send: one line is enough. */
    private void campaign(int row, What what, int[] ofAddress) {
        int message = message(row, ofAddress);
        boolean told = entries.stream().anyMatch(e -> e.what() == what && e.message() == message && message >= 0);
        if (!told) {
            entries.add(new AddressEntry(
                    Instant.ofEpochMilli(events.timeMillis(row)),
                    what,
                    message < 0 ? "" : messages.campaign(message),
                    message));
        }
    }

    private void add(int row, What what, String detail, int[] ofAddress) {
        entries.add(
                new AddressEntry(Instant.ofEpochMilli(events.timeMillis(row)), what, detail, message(row, ofAddress)));
    }

    private int message(int row, int[] ofAddress) {
        for (int m : ofAddress) {
            for (int r : messages.eventsOf(m)) {
                if (r == row) {
                    return m;
                }
            }
        }
        return -1;
    }
}
