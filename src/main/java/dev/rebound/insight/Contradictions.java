package dev.rebound.insight;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.filter.FilterValues;
import dev.rebound.index.EventTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds where validity and subscription of an address contradict each other. */
final class Contradictions {
    /** A tool that unsubscribes because of a bounce does so at once or in its nightly run. */
    private static final Duration SOON = Duration.ofDays(1);

    private final EventTable events;
    private final MessageTable messages;
    private final Map<String, InvalidAddress> invalid = new HashMap<>();
    /** By the code of the address. */
    private final BitSet invalidCodes = new BitSet();

    private final Map<String, Statements> statements;
    private final Map<String, Set<String>> users = new TreeMap<>();
    private final Set<Integer> tookTheirLeave = new HashSet<>();
    private final List<Contradiction> found = new ArrayList<>();
    private final Duration grace;

    private Contradictions(
            EventTable events,
            MessageTable messages,
            AddressLedger ledger,
            List<SubscriptionFact> facts,
            Duration grace) {
        this.events = events;
        this.messages = messages;
        this.grace = grace;
        for (InvalidAddress entry : ledger.invalid()) {
            invalid.put(entry.address(), entry);
            int code = events.dictionaries().addresses().find(entry.address());
            if (code >= 0) {
                invalidCodes.set(code);
            }
        }
        statements = Statements.byAddress(facts);
        for (SubscriptionFact fact : facts) {
            if (fact.userId() != null) {
                users.computeIfAbsent(fact.address().key(), k -> new TreeSet<>())
                        .add(fact.userId());
            }
        }
        for (int row = 0; row < events.size(); row++) {
            if (events.kind(row) == EventKind.UNSUBSCRIBE || events.kind(row) == EventKind.COMPLAINT) {
                tookTheirLeave.add(events.address(row));
            }
        }
    }

    static List<Contradiction> of(
            EventTable events,
            MessageTable messages,
            AddressLedger ledger,
            List<SubscriptionFact> facts,
            DataSettings settings) {
        Contradictions c = new Contradictions(events, messages, ledger, facts, settings.inFlightGrace());
        c.unsubscribedByBounce();
        c.sentThoughUnsubscribed();
        c.disputed();
        c.sharedByUsers();
        c.oldAddresses();
        c.found.sort(Comparator.comparing(Contradiction::kind).thenComparing(Contradiction::address));
        return List.copyOf(c.found);
    }

    private void unsubscribedByBounce() {
        Dictionary addresses = events.dictionaries().addresses();
        statements.forEach((key, said) -> {
            SubscriptionFact fact = said.decisive();
            InvalidAddress entry = invalid.get(key);
            if (entry == null
                    || fact.status() != SubscriptionStatus.UNSUBSCRIBED
                    || tookTheirLeave.contains(addresses.find(key))) {
                return;
            }
            String cause = fact.cause() == null ? "" : fact.cause();
            Instant since = fact.since();
            boolean named = FilterValues.folded(cause).contains("bounce");
            boolean atOnce = since != null
                    && !since.isBefore(entry.since())
                    && since.isBefore(entry.since().plus(SOON));
            if (named || atOnce) {
                found.add(new Contradiction(
                        Contradiction.Kind.UNSUBSCRIBED_BY_BOUNCE, key, since, cause, entry.message()));
            }
        });
    }

    private void sentThoughUnsubscribed() {
        Dictionary addresses = events.dictionaries().addresses();
        Map<Integer, Long> left = new HashMap<>();
        statements.forEach((key, said) -> {
            SubscriptionFact fact = said.decisive();
            int address = addresses.find(key);
            if (address >= 0 && fact.status() == SubscriptionStatus.UNSUBSCRIBED && fact.since() != null) {
                left.put(address, fact.since().plus(grace).toEpochMilli());
            }
        });
        for (int m = messages.size() - 1; m >= 0 && !left.isEmpty(); m--) {
            int address = messages.address(m);
            Long after = left.get(address);
            if (after != null
                    && messages.kind(m) == MessageKind.SENT
                    && messages.state(m) != MessageState.DROPPED
                    && messages.sentMillis(m) > after) {
                left.remove(address);
                found.add(new Contradiction(
                        Contradiction.Kind.SENT_THOUGH_UNSUBSCRIBED,
                        addresses.value(address),
                        Instant.ofEpochMilli(messages.sentMillis(m)),
                        messages.campaign(m),
                        m));
            }
        }
    }

    private void disputed() {
        statements.forEach((key, said) -> {
            if (!said.against().isEmpty()) {
                found.add(new Contradiction(
                        Contradiction.Kind.STATUS_DISPUTED,
                        key,
                        said.decisive().since(),
                        String.join(", ", users.getOrDefault(key, Set.of())),
                        -1));
            }
        });
    }

    private void sharedByUsers() {
        users.forEach((key, ids) -> {
            if (ids.size() > 1 && invalid.containsKey(key)) {
                found.add(new Contradiction(
                        Contradiction.Kind.SHARED_BY_USERS,
                        key,
                        null,
                        String.join(", ", ids),
                        invalid.get(key).message()));
            }
        });
    }

    /** People are told apart by the platform's id of them; only those with an invalid address are looked at. */
    private void oldAddresses() {
        Dictionary addresses = events.dictionaries().addresses();
        Map<Integer, Integer> oldCodes = new HashMap<>();
        BitSet concerned = new BitSet();
        for (int row = 0; row < events.size() && !invalidCodes.isEmpty(); row++) {
            int address = events.address(row);
            int user = invalidCodes.get(address) ? events.text(EventText.USER_ID, row) : -1;
            if (user >= 0) {
                oldCodes.put(user, address);
                concerned.set(user);
            }
        }
        Map<Integer, String> oldOf = new HashMap<>();
        oldCodes.forEach((user, address) -> oldOf.put(user, addresses.value(address)));
        Map<String, Newer> newer = new TreeMap<>();
        for (int row = 0; row < events.size() && !concerned.isEmpty(); row++) {
            int address = events.address(row);
            int user = invalidCodes.get(address) ? -1 : events.text(EventText.USER_ID, row);
            InvalidAddress entry = user >= 0 && concerned.get(user) ? invalid.get(oldOf.get(user)) : null;
            if (entry != null && events.timeMillis(row) > entry.since().toEpochMilli()) {
                newer.putIfAbsent(entry.address(), new Newer(addresses.value(address), events.timeMillis(row)));
            }
        }
        newerInExports(oldOf, newer);
        writtenToTheOld(newer);
    }

    private record Newer(String address, long sinceMillis) {}

    /** A user export names one address for each person: where it is not the invalid one, the person has a new one. */
    private void newerInExports(Map<Integer, String> oldOf, Map<String, Newer> newer) {
        Map<String, String> oldOfUser = new HashMap<>();
        oldOf.forEach((user, key) ->
                oldOfUser.put(events.dictionaries().texts(EventText.USER_ID).value(user), key));
        users.forEach((key, ids) -> ids.forEach(id -> {
            if (invalid.containsKey(key)) {
                oldOfUser.put(id, key);
            }
        }));
        users.forEach((key, ids) -> ids.forEach(id -> {
            String old = oldOfUser.get(id);
            InvalidAddress entry = old == null ? null : invalid.get(old);
            if (entry != null && !invalid.containsKey(key)) {
                Instant told =
                        Objects.requireNonNull(statements.get(key)).decisive().since();
                Instant since = told == null ? entry.since() : told;
                long from = Math.max(since.toEpochMilli(), entry.since().toEpochMilli());
                newer.putIfAbsent(entry.address(), new Newer(key, from));
            }
        }));
    }

    private void writtenToTheOld(Map<String, Newer> newerOf) {
        Dictionary addresses = events.dictionaries().addresses();
        Map<Integer, Newer> open = new HashMap<>();
        newerOf.forEach((old, newer) -> open.put(addresses.find(old), newer));
        for (int m = messages.size() - 1; m >= 0 && !open.isEmpty(); m--) {
            int address = messages.address(m);
            Newer newer = open.get(address);
            if (newer != null && messages.kind(m) == MessageKind.SENT && messages.sentMillis(m) > newer.sinceMillis()) {
                found.add(new Contradiction(
                        Contradiction.Kind.OLD_ADDRESS_WRITTEN_TO,
                        addresses.value(address),
                        Instant.ofEpochMilli(messages.sentMillis(m)),
                        newer.address(),
                        m));
                open.remove(address);
            }
        }
    }
}
