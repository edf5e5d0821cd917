package dev.rebound.classify;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is read when it is first asked for, once. Safe for any thread. */
final class FirstAsked<T> implements Supplier<T> {
    private final Supplier<T> reading;
    private volatile @Nullable T known;

    FirstAsked(Supplier<T> reading) {
        this.reading = reading;
    }

    @Override
    public T get() {
        T now = known;
        return now == null ? read() : now;
    }

    private synchronized T read() {
        T now = known;
        if (now == null) {
            now = reading.get();
            known = now;
        }
        return now;
    }
}
