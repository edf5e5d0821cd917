package dev.rebound.insight;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is worked out when it is first asked for, once. Safe for any thread. */
final class Later<T> {
    private @Nullable Supplier<T> how;
    private volatile @Nullable T known;

    Later(Supplier<T> how) {
        this.how = how;
    }

    T get() {
        T now = known;
        return now == null ? made() : now;
    }

    /** Whether it was asked for before. */
    boolean isMade() {
        return known != null;
    }

    private synchronized T made() {
        Supplier<T> way = how;
        if (way != null) {
            known = way.get();
            how = null;
        }
        return Objects.requireNonNull(known);
    }
}
