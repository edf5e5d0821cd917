package dev.rebound.classify;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers recent decisions in a fixed number of places; a new decision replaces the one in its place. Thread-safe
 * without locks: an entry is immutable, and losing a race only costs a second look at the rules.
 */
final class DecisionCache {
    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(PLACES);

    @Nullable
    Decision get(Key key) {
        Entry entry = entries.get(place(key));
        return entry != null && entry.key.equals(key) ? entry.decision : null;
    }

    void put(Key key, Decision decision) {
        entries.set(place(key), new Entry(key, decision));
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
