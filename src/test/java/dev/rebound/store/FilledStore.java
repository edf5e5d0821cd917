package dev.rebound.store;

import dev.rebound.column.EventColumns;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills stores with something of every kind, and tells all that a store says, so that two can be compared. */
final class FilledStore {
    static final Instant NINE = Instant.parse("2026-03-13T09:00:00Z");

    private FilledStore() {}

    /** An import of the events of some numbers; an odd import brings subscriptions, a rejection and a setting too. */
    static ImportRun importEvents(Store store, String name, int from, int to) throws StoreException {
        ImportSource source = new ImportSource(name, "/exports/" + name, 10, "sha-" + name, "UTC", NINE);
        try (ImportWriter w = store.beginImport(source)) {
            w.feed("test", "Test feed", "n of Anna" + from + "@example.com");
            for (int n = from; n < to; n++) {
                RawRecord record = new RawRecord("{\"n\":" + n + "}", n + 1, "");
                w.append(
                        RawEvent.builder(
                                        EventKind.SEND,
                                        NINE.plusSeconds(n),
                                        "Anna" + n + "@Example.com",
                                        "Test",
                                        record)
                                .eventId("e" + n)
                                .with(EventText.CAMPAIGN, "Spring " + n % 7)
                                .build(),
                        Verdict.UNDETERMINED);
            }
            w.reject(new Rejection(to, "", "not readable", "x of " + name));
            w.subscription(new SubscriptionFact(
                    new EmailAddress("Anna" + from + "@Example.com"),
                    SubscriptionStatus.OPTED_IN,
                    NINE,
                    "u" + from,
                    null,
                    new RawRecord("", 1, "")));
            w.setting("retry-window." + name, "PT12H");
            return w.commit(to - from, "rules-1");
        }
    }

    /** Three imports that overlap, and a decision. */
    static void fill(Store store) throws StoreException {
        importEvents(store, "a", 0, 700);
        importEvents(store, "b", 500, 1_200);
        importEvents(store, "c", 1_200, 1_900);
        store.putSettings(Map.of("address.anna7@example.com", Optional.of("valid")));
        store.personKey();
    }

    /** Everything a store says: a line for each import and each thing they share, long ones as their hash. */
    static List<String> told(Store store) throws StoreException {
        List<String> out = new ArrayList<>();
        for (ImportRun run : store.imports()) {
            List<String> rows = new ArrayList<>();
            for (var segment : store.events().getOrDefault(run.id(), List.of())) {
                for (int row = 0; row < segment.size(); row++) {
                    rows.add(segment.time().get(row) + " "
                            + store.dictionaries()
                                    .addresses()
                                    .value(segment.address().at(row)) + " "
                            + campaign(store, segment, row)
                            + " " + store.rawRecord(run.id(), segment.raw().at(row)));
                }
            }
            out.add(run.id() + " " + run.source() + " " + store.recognition(run.id()) + " " + run.read() + " "
                    + run.added() + " " + run.duplicates() + " "
                    + run.rejected() + ": " + rows.size() + " rows " + rows.hashCode() + ", "
                    + store.rejections(run.id(), 10));
        }
        store.repeats().forEach((id, r) -> out.add("repeats " + id + " " + r.size()));
        out.add(store.subscriptions().toString());
        out.add(store.settings().toString());
        out.add(store.erasures().toString());
        out.add(store.personKey().hash("pseudonym", "anna7@example.com"));
        return out;
    }

    private static String campaign(Store store, EventColumns segment, int row) {
        int code = segment.text(EventText.CAMPAIGN).at(row);
        return code < 0 ? "" : store.dictionaries().texts(EventText.CAMPAIGN).value(code);
    }
}
