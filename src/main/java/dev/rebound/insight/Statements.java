package dev.rebound.insight;

import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sources say of one address's subscription, and the status that follows, in whatever order they were read. A
 * dated statement gives way to a newer one. A statement without a date (the default row of a user export) is newer or
 * older than nothing: it never lifts an unsubscribe, and an unsubscribe without a date is not lifted by a date. Among what
 * is left the most restrictive holds: unsubscribed, else the newest dated, else subscribed before opted in.
 *
 * @param decisive the statement that gives the status
 * @param against a statement of another mind about mail that no date settles; empty where there is none
 */
record Statements(SubscriptionFact decisive, List<SubscriptionFact> against) {
    private static final Comparator<SubscriptionFact> NEWEST =
            Comparator.comparing(Statements::time).reversed();

    /** The same whatever the order of files and rows. */
    private static final Comparator<SubscriptionFact> ORDER = NEWEST.thenComparingInt(Statements::leniency)
            .thenComparing(f -> f.cause() == null ? "" : f.cause(), Comparator.reverseOrder())
            .thenComparing(f -> f.userId() == null ? "" : f.userId());

    Statements {
        against = List.copyOf(against);
    }

    /** The statements of each address key, in no order. */
    static Map<String, Statements> byAddress(Collection<SubscriptionFact> facts) {
        Map<String, List<SubscriptionFact>> all = new HashMap<>();
        for (SubscriptionFact f : facts) {
            all.computeIfAbsent(f.address().key(), k -> new ArrayList<>(1)).add(f);
        }
        Map<String, Statements> out = HashMap.newHashMap(all.size());
        all.forEach((key, said) -> out.put(key, of(said)));
        return out;
    }

    private static Statements of(List<SubscriptionFact> said) {
        if (said.size() == 1) {
            return new Statements(said.getFirst(), List.of());
        }
        Instant newest = said.stream()
                .map(Statements::time)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        List<SubscriptionFact> left = said.stream()
                .filter(f -> f.since() == null || f.since().equals(newest))
                .sorted(ORDER)
                .toList();
        SubscriptionFact decisive = left.stream()
                .filter(f -> f.status() == SubscriptionStatus.UNSUBSCRIBED)
                .findFirst()
                .orElse(left.getFirst());
        return new Statements(
                decisive, left.stream().filter(f -> isAgainst(f, decisive)).toList());
    }

    private static boolean isAgainst(SubscriptionFact f, SubscriptionFact decisive) {
        return decisive.status() == SubscriptionStatus.UNSUBSCRIBED && f.status() != SubscriptionStatus.UNSUBSCRIBED;
    }

    private static Instant time(SubscriptionFact f) {
        return f.since() == null ? Instant.MIN : f.since();
    }

    private static int leniency(SubscriptionFact f) {
        return switch (f.status()) {
            case UNSUBSCRIBED -> 0;
            case SUBSCRIBED -> 1;
            case OPTED_IN -> 2;
            case UNKNOWN -> 3;
        };
    }

    /** What the address's subscription is taken for. */
    SubscriptionStatus status() {
        return decisive.status();
    }
}
