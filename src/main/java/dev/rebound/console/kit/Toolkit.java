package dev.rebound.console.kit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Starts the toolkit and waits for its end. */
public final class Toolkit {
    private Toolkit() {}

    /** What nobody caught on the screen's thread is given to somebody from now on; the screen's thread only. */
    public static void onTrouble(Consumer<Throwable> uncaught) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.accept(thrown));
    }

    /**
     * Runs the program's window part on the screen's thread and returns when it says it is over. What goes wrong before the
     * window stands comes out here: nobody could be told of it there, and the program would wait for ever.
     *
     * @param start is given the act that ends the toolkit
     */
    public static void run(Consumer<Runnable> start) {
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<RuntimeException> trouble = new AtomicReference<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            try {
                start.accept(over::countDown);
            } catch (RuntimeException e) {
                trouble.set(e);
                over.countDown();
            }
        });
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        RuntimeException told = trouble.get();
        if (told != null) {
            throw told;
        }
    }
}
