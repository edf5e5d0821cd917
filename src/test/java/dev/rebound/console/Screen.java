package dev.rebound.console;

import com.sun.javafx.tk.Toolkit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.testfx.util.WaitForAsyncUtils;

/** The screen's thread as a test sees it: what is asked for is done when the call returns, and no time passes that nobody needs. */
final class Screen {
    private static final int SECONDS = 60;
    /** A layout may ask for the next one: widths of columns follow from rows, rows from the size of their list. */
    private static final int ROUNDS = 5;
    /** Longer than the window waits for the next letter. */
    private static final Duration TYPING = Duration.millis(160);

    private Screen() {}

    /** Does something on the screen's thread and answers with its result. */
    static <T> T on(Callable<T> act) {
        return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1_000, act);
    }

    /** Until everything that was asked for is done and laid out. Frames are made here and now, not awaited from the clock. */
    static void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            on(() -> {
                Toolkit.getToolkit().firePulse();
                return true;
            });
        }
    }

    /** Until what begins once nobody types any more has begun: of two pauses the one that started later ends later. */
    static void settleTyping() {
        CountDownLatch over = new CountDownLatch(1);
        on(() -> {
            PauseTransition pause = new PauseTransition(TYPING);
            pause.setOnFinished(e -> over.countDown());
            pause.play();
            return true;
        });
        try {
            if (!over.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the screen's clock stands still");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        settle();
    }
}
