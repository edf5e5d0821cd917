package dev.rebound.domain;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Does work beside the caller's thread. Work that is begun here touches memory only: it may be given up at any time. */
@FunctionalInterface
public interface Workers {
    /** Begins some work; its result, or what it threw, is in the future. */
    <T> Future<T> begin(Callable<T> work);

    /** No thread beside the caller's: work is done when it is begun. */
    static Workers none() {
        return new Workers() {
            @Override
            public <T> Future<T> begin(Callable<T> work) {
                FutureTask<T> done = new FutureTask<>(work);
                done.run();
                return done;
            }
        };
    }
}
