package dev.rebound.classify;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers recent decisions in a fixed number of places; where all places of a key are taken a new decision replaces an
 * old one. Thread-safe without locks: an entry is immutable, and losing a race only costs a second look at the rules.
 */
final class DecisionCache {
    private static final int PLACES = 1 << 14;
    private static final int PLACES_OF_A_KEY = 4;

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(PLACES);

    @Nullable
    Decision get(Key key) {
        int place = place(key);
        for (int i = 0; i < PLACES_OF_A_KEY; i++) {
            Entry entry = entries.get(place ^ i);
            if (entry != null && entry.key.equals(key)) {
                return entry.decision;
            }
        }
        return null;
    }

    void put(Key key, Decision decision) {
        int place = place(key);
        int chosen = place ^ (key.hashCode() >>> 30);
        for (int i = 0; i < PLACES_OF_A_KEY; i++) {
            if (entries.get(place ^ i) == null) {
                chosen = place ^ i;
                break;
            }
        }
        entries.set(chosen, new Entry(key, decision));
    }

    private static int place(Key key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }

    /** Everything a decision depends on. */
    record Key(
            String folded,
            int smtpCode,
            @Nullable String enhancedCode,
            @Nullable Reason hint,
            EventKind kind) {}

    private record Entry(Key key, Decision decision) {}
}
