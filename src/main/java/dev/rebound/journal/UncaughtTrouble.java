package dev.rebound.journal;

import java.io.PrintStream;

/**
 * What fails on a thread that nobody waits for is told by its code and its places: its words may hold an address. The
 * database engine's own threads are silent: the engine stops by itself then, and who asks it next gets the sentence.
 */
public final class UncaughtTrouble implements Thread.UncaughtExceptionHandler {
    private static final String ENGINE = "org.h2.";

    private final PrintStream out;

    /** Tells it there. */
    public UncaughtTrouble(PrintStream out) {
        this.out = out;
    }

    /** Hears of all threads of the program that have nobody of their own for it. */
    public void hearAll() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown.getClass().getName().startsWith(ENGINE)) {
            return;
        }
        Trouble trouble = Trouble.of(thrown);
        out.println("trouble code=" + trouble.code());
        trouble.places().forEach(p -> out.println("  " + p));
    }
}
