package dev.rebound.console.kit;

import dev.rebound.store.SecondStart;
import dev.rebound.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Brings the window of a program to the front when it is started again on the same data, by {@link SecondStart}. Both look on a
 * thread of their own: the screen never waits for the disk.
 */
@SuppressWarnings("FutureReturnValueIgnored")
public final class FirstWindow implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;

    /** A screen that does not come to it in so long hangs, and the second start says that the data is in use. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final ScheduledExecutorService looking = thread();
    private final Executor screen;

    private FirstWindow(Executor screen) {
        this.screen = screen;
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("second-start").daemon().factory());
    }

    /**
     * Looks for calls from now on.
     *
     * @param folder the data folder that the window has open, which may become another one
     * @param toFront brings the window to the front and imports these files, on the screen's thread
     */
    public static FirstWindow of(Supplier<Path> folder, Consumer<List<Path>> toFront) {
        return of(folder, toFront, Platform::runLater);
    }

    static FirstWindow of(Supplier<Path> folder, Consumer<List<Path>> toFront, Executor screen) {
        FirstWindow window = new FirstWindow(screen);
        window.looking.scheduleWithFixedDelay(
                () -> window.look(folder, toFront), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return window;
    }

    private void look(Supplier<Path> folder, Consumer<List<Path>> toFront) {
        try {
            for (SecondStart.Call call : SecondStart.on(folder.get()).heard()) {
                screen.execute(() -> come(call, toFront));
            }
        } catch (StoreException | RuntimeException e) {
            // A folder that cannot be opened is not open here; the next look may find another one.
            return;
        }
    }

    /** Its files are imported only where whoever calls has not given up meanwhile. */
    private void come(SecondStart.Call call, Consumer<List<Path>> toFront) {
        if (looking.isShutdown()) {
            return;
        }
        toFront.accept(List.of());
        looking.execute(() -> {
            if (call.answer() && !call.toOpen().isEmpty()) {
                screen.execute(() -> toFront.accept(call.toOpen()));
            }
        });
    }

    /** Looks no more. */
    @Override
    public void close() {
        looking.shutdown();
    }

    /**
     * Calls the window that has a folder open.
     *
     * @param files what it shall import
     * @param answer told on the screen's thread whether a window came to the front
     */
    public static void call(Path folder, List<Path> files, Consumer<Boolean> answer) {
        call(folder, files, answer, Platform::runLater, PATIENCE_MILLIS);
    }

    static void call(Path folder, List<Path> files, Consumer<Boolean> answer, Executor screen, long patienceMillis) {
        ScheduledExecutorService waiting = thread();
        waiting.execute(() -> {
            try {
                Optional<SecondStart.Call> call = SecondStart.on(folder).call(files);
                if (call.isPresent()) {
                    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
                    again(waiting, () -> call.get().isOver() || System.nanoTime() > until, () -> {
                        boolean came = call.get().end();
                        screen.execute(() -> answer.accept(came));
                        waiting.shutdown();
                    });
                    return;
                }
            } catch (StoreException e) {
                // Nobody can be called there.
            }
            screen.execute(() -> answer.accept(false));
            waiting.shutdown();
        });
    }

    private static void again(ScheduledExecutorService on, BooleanSupplier isOver, Runnable then) {
        if (isOver.getAsBoolean()) {
            then.run();
        } else {
            on.schedule(() -> again(on, isOver, then), LOOK_MILLIS / 10, TimeUnit.MILLISECONDS);
        }
    }
}
