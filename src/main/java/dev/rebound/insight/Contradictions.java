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
        ledger.invalid().forEach(a -> invalid.put(a.address(), a));
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
        Set<Integer> seen = new HashSet<>();
        for (int m = messages.size() - 1; m >= 0; m--) {
            int address = messages.address(m);
            Statements said = statements.get(addresses.value(address));
            SubscriptionFact fact = said == null ? null : said.decisive();
            if (fact == null
                    || fact.status() != SubscriptionStatus.UNSUBSCRIBED
                    || fact.since() == null
                    || messages.kind(m) != MessageKind.SENT
                    || messages.state(m) == MessageState.DROPPED) {
                continue;
            }
            long left = fact.since().plus(grace).toEpochMilli();
            if (messages.sentMillis(m) > left && seen.add(address)) {
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
        Map<Integer, String> oldOf = new HashMap<>();
        for (int row = 0; row < events.size(); row++) {
            int user = events.text(EventText.USER_ID, row);
            String key = addresses.value(events.address(row));
            if (user >= 0 && invalid.containsKey(key)) {
                oldOf.put(user, key);
            }
        }
        Map<String, Newer> newer = new TreeMap<>();
        for (int row = 0; row < events.size(); row++) {
            int user = events.text(EventText.USER_ID, row);
            String old = user < 0 ? null : oldOf.get(user);
            InvalidAddress entry = old == null ? null : invalid.get(old);
            String key = addresses.value(events.address(row));
            if (entry != null
                    && !invalid.containsKey(key)
                    && events.timeMillis(row) > entry.since().toEpochMilli()) {
                newer.putIfAbsent(entry.address(), new Newer(key, events.timeMillis(row)));
            }
        }
        newerInExports(oldOf, newer);
        newer.forEach(this::writtenToTheOld);
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

    private void writtenToTheOld(String old, Newer newer) {
        int at = events.dictionaries().addresses().find(old);
        for (int m = messages.size() - 1; m >= 0; m--) {
            if (messages.address(m) == at
                    && messages.kind(m) == MessageKind.SENT
                    && messages.sentMillis(m) > newer.sinceMillis()) {
                found.add(new Contradiction(
                        Contradiction.Kind.OLD_ADDRESS_WRITTEN_TO,
                        old,
                        Instant.ofEpochMilli(messages.sentMillis(m)),
                        newer.address(),
                        m));
                return;
            }
        }
    }
}
