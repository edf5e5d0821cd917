package dev.rebound.intake;

import dev.rebound.domain.Workers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads beside the importing one, while one file is imported. They read, classify and pack in memory and never touch the
 * store, so giving one up harms nothing. None is made before there is work for it.
 */
final class Threads implements Workers, AutoCloseable {
    private static final int MOST = 4;

    private final ExecutorService executor = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST),
            Thread.ofPlatform().daemon().name("import-", 1).factory());

    @Override
    public <T> Future<T> begin(Callable<T> work) {
        return executor.submit(work);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
