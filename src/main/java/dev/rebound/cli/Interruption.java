package dev.rebound.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Ctrl+C, or the system asking the program to end. A command that {@linkplain #isHeeded gives up by itself} is waited for, so
 * that it can say what it did; any other ends at once, which harms no store. Either way the exit code says "cancelled". No
 * thread is interrupted: the store's file would be closed under it.
 */
final class Interruption implements AutoCloseable {
    static final int CANCELLED = 4;
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Runnable told;
    private final IntConsumer end;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::giveUp, "interruption");
    private volatile boolean asked;
    private volatile Runnable heeded = () -> {};
    private volatile boolean waitedFor;
    private volatile int exitCode = CANCELLED;

    /** Nothing is heard yet; {@code told} says to the person that a command ends before it is done. */
    Interruption(Runnable told, IntConsumer end) {
        this.told = told;
        this.end = end;
    }

    /** Listens from now on; {@code told} says to the person that a command ends before it is done. */
    static Interruption heard(Runnable told) {
        Interruption interruption =
                new Interruption(told, code -> Runtime.getRuntime().halt(code));
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The running command looks at {@link #isAsked} often and ends by itself; {@code told} runs when it is asked to. */
    void isHeeded(Runnable told) {
        heeded = told;
        waitedFor = true;
    }

    /** Whether the person wants the command to end. */
    boolean isAsked() {
        return asked;
    }

    /** The command is at its end and has said all. */
    void endsWith(int code) {
        exitCode = code;
        ended.countDown();
    }

    void giveUp() {
        asked = true;
        if (waitedFor) {
            heeded.run();
            try {
                ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            // No report will follow, so that silence must not look like one.
            told.run();
        }
        // Without this the system's own number of the signal would be the exit code.
        end.accept(exitCode);
    }

    /** Listens no longer: the command has ended, or a window looks after itself. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already; the hook says how.
            asked = true;
        }
    }
}
