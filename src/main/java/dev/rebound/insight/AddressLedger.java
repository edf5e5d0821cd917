package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Validity;
import dev.rebound.index.Bitmap;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * The ledger of addresses as of a moment: when and by what each became invalid. The decision is the source's: its hard
 * bounce (or its list of bounced addresses) marks the address. A bounce mail, whose sender decides nothing, marks it when
 * the text says that the address cannot receive. A drop never marks or re-dates an address. The operator's own mark wins
 * over what the sources said until then; a bounce of later date marks the address anew. Nothing here touches a
 * subscription.
 */
public final class AddressLedger {
    private static final Comparator<InvalidAddress> NEWEST =
            Comparator.comparing(InvalidAddress::since).reversed().thenComparing(InvalidAddress::address);

    private final List<InvalidAddress> invalid;
    private final List<InvalidAddress> freed;
    private final List<SendAfterInvalidation> audit;

    private AddressLedger(List<InvalidAddress> invalid, List<InvalidAddress> freed, List<SendAfterInvalidation> audit) {
        this.invalid = List.copyOf(invalid);
        this.freed = List.copyOf(freed);
        this.audit = List.copyOf(audit);
    }

    /** The ledger of all events up to and including a moment. */
    static AddressLedger asOf(
            Instant moment, EventTable events, MessageTable messages, AddressFacts facts, DataSettings settings) {
        int rows = rowsUntil(events, moment);
        Marks own = Marks.until(moment, events.dictionaries().addresses(), settings);
        int[] first = causes(events, rows, a -> Long.MIN_VALUE);
        int[] anew = causes(events, rows, own::freedMillis);
        InvalidAddress[] before = entries(events, messages, facts, rows, first, own);
        InvalidAddress[] now = Arrays.equals(first, anew) ? before : entries(events, messages, facts, rows, anew, own);
        List<InvalidAddress> invalid = new ArrayList<>();
        List<InvalidAddress> freed = new ArrayList<>();
        for (int a = 0; a < now.length; a++) {
            if (now[a] != null) {
                invalid.add(now[a]);
            } else if (before[a] != null) {
                freed.add(before[a]);
            }
        }
        invalid.sort(NEWEST);
        freed.sort(NEWEST);
        return new AddressLedger(invalid, freed, audit(messages, before, now, settings, moment));
    }

    /** Number of the addresses that {@link #invalid} names, without the rest of the ledger. */
    static int invalidIn(EventTable events, DataSettings settings) {
        Marks own = Marks.until(Instant.MAX, events.dictionaries().addresses(), settings);
        Bitmap invalid = Bitmap.none(events.dictionaries().addresses().size());
        for (int row = 0; row < events.size(); row++) {
            if (marks(events, row)) {
                int a = events.address(row);
                if (events.timeMillis(row) > own.freedMillis(a)) {
                    invalid.set(a);
                }
            }
        }
        return invalid.cardinality();
    }

    /** The operator's marks by the code of the address, as far as they were made by then. */
    private record Marks(Map<Integer, DataSettings.AddressMark> byAddress) {
        static Marks until(Instant moment, Dictionary addresses, DataSettings settings) {
            Map<Integer, DataSettings.AddressMark> made = new HashMap<>();
            settings.addressMarks().forEach((key, mark) -> {
                if (!mark.at().isAfter(moment)) {
                    made.put(addresses.find(key), mark);
                }
            });
            return new Marks(made);
        }

        /** Until when nothing that a source said marks the address. */
        long freedMillis(int address) {
            DataSettings.AddressMark mark = byAddress.get(address);
            return mark != null && mark.valid() ? mark.at().toEpochMilli() : Long.MIN_VALUE;
        }

        boolean confirms(int address) {
            DataSettings.AddressMark mark = byAddress.get(address);
            return mark != null && !mark.valid();
        }
    }

    /** By the code of the address, its entry under these causes; null where there is none. */
    private static InvalidAddress[] entries(
            EventTable events, MessageTable messages, AddressFacts facts, int rows, int[] cause, Marks own) {
        int[] messageOf = messageOfCauses(events, messages, cause);
        InvalidAddress[] entries = new InvalidAddress[cause.length];
        byte[] doubts = new byte[cause.length];
        int[] since = new int[cause.length];
        laterFacts(events, rows, cause, doubts, since);
        for (int a = 0; a < cause.length; a++) {
            if (cause[a] >= 0) {
                String key = events.dictionaries().addresses().value(a);
                entries[a] = entry(
                        key, a, cause[a], events, messages, messageOf[a], facts, since[a], doubts[a], own.confirms(a));
            }
        }
        return entries;
    }

    /** The validity of each address by its code, as ordinals. */
    byte[] validities(Dictionary addresses, int size) {
        byte[] out = new byte[size];
        for (InvalidAddress a : invalid) {
            Validity validity = a.isQuestionable() ? Validity.QUESTIONABLE : Validity.INVALID;
            out[addresses.find(a.address())] = (byte) validity.ordinal();
        }
        return out;
    }

    private static int rowsUntil(EventTable events, Instant moment) {
        if (moment.equals(Instant.MAX)) {
            return events.size();
        }
        int rows = 0;
        while (rows < events.size() && events.timeMillis(rows) <= moment.toEpochMilli()) {
            rows++;
        }
        return rows;
    }

    /** The event that first marked each address after a time of its own, or -1. */
    private static int[] causes(EventTable events, int rows, IntToLongFunction after) {
        int[] cause = new int[events.dictionaries().addresses().size()];
        Arrays.fill(cause, -1);
        for (int row = 0; row < rows; row++) {
            int a = events.address(row);
            if (marks(events, row) && cause[a] < 0 && events.timeMillis(row) > after.applyAsLong(a)) {
                cause[a] = row;
            }
        }
        return cause;
    }

    /** Whether an event marks its address invalid. */
    static boolean marks(EventTable events, int row) {
        EventKind kind = events.kind(row);
        return kind == EventKind.HARD_BOUNCE
                || kind == EventKind.LISTED_INVALID
                || (kind == EventKind.BOUNCE && events.bounceClass(row) == BounceClass.HARD);
    }

    /** By address, the message that the causing event belongs to, or -1. */
    private static int[] messageOfCauses(EventTable events, MessageTable messages, int[] cause) {
        int[] out = new int[cause.length];
        Arrays.fill(out, -1);
        for (int m = 0; m < messages.size(); m++) {
            if (messages.isTold(m, EventKind.HARD_BOUNCE) || messages.isTold(m, EventKind.BOUNCE)) {
                for (int row : messages.eventsOf(m)) {
                    if (cause[events.address(row)] == row) {
                        out[events.address(row)] = m;
                    }
                }
            }
        }
        return out;
    }

    private static void laterFacts(EventTable events, int rows, int[] cause, byte[] doubts, int[] since) {
        Bitmap marked = Bitmap.none(cause.length);
        for (int a = 0; a < cause.length; a++) {
            if (cause[a] >= 0) {
                marked.set(a);
            }
        }
        for (int row = 0; row < rows; row++) {
            int a = events.address(row);
            if (marked.get(a) && cause[a] < row && events.timeMillis(row) > events.timeMillis(cause[a])) {
                since[a]++;
                switch (events.kind(row)) {
                    case DELIVERY -> doubts[a] |= bit(InvalidAddress.Doubt.DELIVERED_LATER);
                    case OPEN, CLICK -> doubts[a] |= bit(InvalidAddress.Doubt.OPENED_LATER);
                    default -> {}
                }
            }
        }
    }

    private static byte bit(InvalidAddress.Doubt doubt) {
        return (byte) (1 << doubt.ordinal());
    }

    private static InvalidAddress entry(
            String key,
            int a,
            int cause,
            EventTable events,
            MessageTable messages,
            int message,
            AddressFacts facts,
            int eventsSince,
            byte laterDoubts,
            boolean confirmed) {
        Set<InvalidAddress.Doubt> doubts = EnumSet.noneOf(InvalidAddress.Doubt.class);
        for (InvalidAddress.Doubt doubt : InvalidAddress.Doubt.values()) {
            if ((laterDoubts & bit(doubt)) != 0) {
                doubts.add(doubt);
            }
        }
        switch (events.bounceClass(cause)) {
            case BLOCK -> doubts.add(InvalidAddress.Doubt.REPLY_IS_A_BLOCK);
            case SOFT -> doubts.add(InvalidAddress.Doubt.REPLY_IS_TEMPORARY);
            default -> {}
        }
        return new InvalidAddress(
                key,
                Instant.ofEpochMilli(events.timeMillis(cause)),
                events.reason(cause),
                events.bounceClass(cause),
                message < 0 ? "" : messages.campaign(message),
                message,
                cause,
                facts.subscription(a),
                eventsSince,
                List.copyOf(doubts),
                confirmed);
    }

    private static List<SendAfterInvalidation> audit(
            MessageTable messages,
            InvalidAddress[] before,
            InvalidAddress[] now,
            DataSettings settings,
            Instant moment) {
        List<SendAfterInvalidation> out = new ArrayList<>();
        for (int m = 0; m < messages.size(); m++) {
            int address = messages.address(m);
            if (before[address] == null || messages.kind(m) != MessageKind.SENT) {
                continue;
            }
            Instant sent = Instant.ofEpochMilli(messages.sentMillis(m));
            InvalidAddress anew = now[address];
            InvalidAddress entry = anew != null && sent.isAfter(anew.since()) ? anew : before[address];
            DataSettings.AddressMark own = settings.addressMarks().get(entry.address());
            boolean validAgain = own != null
                    && own.valid()
                    && sent.isAfter(own.at())
                    && !entry.since().isAfter(own.at());
            if (sent.isAfter(entry.since()) && !sent.isAfter(moment) && !validAgain) {
                boolean inFlight = !sent.isAfter(entry.since().plus(settings.inFlightGrace()));
                SendAfterInvalidation.Split split = messages.state(m) == MessageState.DROPPED
                        ? SendAfterInvalidation.Split.DROPPED
                        : inFlight ? SendAfterInvalidation.Split.IN_FLIGHT : SendAfterInvalidation.Split.ATTEMPTED;
                out.add(new SendAfterInvalidation(entry, m, sent, messages.campaign(m), split));
            }
        }
        out.sort(Comparator.comparing(SendAfterInvalidation::split)
                .thenComparing(
                        Comparator.comparing(SendAfterInvalidation::sentAt).reversed())
                .thenComparingInt(SendAfterInvalidation::message));
        return out;
    }

    /** Every address marked invalid, newest first; not those that the operator marked valid and that did not bounce since. */
    public List<InvalidAddress> invalid() {
        return invalid;
    }

    /** Those that only the operator's mark frees, newest first: their sources hold them still, as far as is known. */
    public List<InvalidAddress> freed() {
        return freed;
    }

    /** Those that other facts contradict, the most contradicted first. */
    public List<InvalidAddress> questionable() {
        return invalid.stream()
                .filter(InvalidAddress::isQuestionable)
                .sorted(Comparator.comparingInt((InvalidAddress a) -> a.doubts().size())
                        .reversed())
                .toList();
    }

    /** Sends after the invalidation, the really attempted first. */
    public List<SendAfterInvalidation> audit() {
        return audit;
    }
}
