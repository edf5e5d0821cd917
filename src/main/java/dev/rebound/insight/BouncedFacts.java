package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the events say of invalid addresses besides their entries: how often each bounced, when mail last arrived, whose it is. */
public final class BouncedFacts {
    /** The kinds of events that are bounces in the words of their source, final or not. */
    public static final Set<EventKind> BOUNCES =
            Set.of(EventKind.HARD_BOUNCE, EventKind.SOFT_BOUNCE, EventKind.BLOCK, EventKind.BOUNCE);

    /** Of one address. */
    private static final class Facts {
        private int bounces;
        private long lastDelivery = Long.MIN_VALUE;
        private final Set<String> users = new TreeSet<>();
    }

    private final Map<String, Facts> byAddress;

    private BouncedFacts(Map<String, Facts> byAddress) {
        this.byAddress = byAddress;
    }

    /** Of no address. */
    public static BouncedFacts none() {
        return new BouncedFacts(Map.of());
    }

    /** Reads the events once, of all the addresses together. */
    public static BouncedFacts of(EventTable events, Collection<InvalidAddress> addresses) {
        Map<String, Facts> byAddress = new HashMap<>();
        Map<Integer, Facts> byCode = new HashMap<>();
        Map<Integer, Long> since = new HashMap<>();
        for (InvalidAddress a : addresses) {
            Facts facts = new Facts();
            int code = events.dictionaries().addresses().find(a.address());
            byAddress.put(a.address(), facts);
            byCode.put(code, facts);
            since.put(code, a.since().toEpochMilli());
        }
        boolean[] wanted = new boolean[events.dictionaries().addresses().size()];
        byCode.keySet().stream().filter(code -> code >= 0).forEach(code -> wanted[code] = true);
        for (int row = 0; row < events.size(); row++) {
            int code = events.address(row);
            Facts facts = wanted[code] ? byCode.get(code) : null;
            if (facts != null) {
                tell(events, row, facts, since.getOrDefault(code, 0L));
            }
        }
        return new BouncedFacts(byAddress);
    }

    private static void tell(EventTable events, int row, Facts facts, long since) {
        EventKind kind = events.kind(row);
        facts.bounces += BOUNCES.contains(kind) ? 1 : 0;
        if (kind == EventKind.DELIVERY && events.timeMillis(row) < since) {
            facts.lastDelivery = Math.max(facts.lastDelivery, events.timeMillis(row));
        }
        String external = events.textValue(EventText.EXTERNAL_USER_ID, row);
        String user = external == null ? events.textValue(EventText.USER_ID, row) : external;
        if (user != null) {
            facts.users.add(user);
        }
    }

    /** How many bounces of any kind name an address. */
    public int bounces(String address) {
        Facts facts = byAddress.get(address);
        return facts == null ? 0 : facts.bounces;
    }

    /** When mail last arrived before the address was marked; null where none did. */
    public @Nullable Instant lastDeliveryBefore(String address) {
        Facts facts = byAddress.get(address);
        return facts == null || facts.lastDelivery == Long.MIN_VALUE ? null : Instant.ofEpochMilli(facts.lastDelivery);
    }

    /** The ids by which the sources call its users, in order. */
    public List<String> users(String address) {
        Facts facts = byAddress.get(address);
        return facts == null ? List.of() : List.copyOf(facts.users);
    }
}
