package dev.rebound.console.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Work that takes its time, with a name, how far it is, and a way to give it up. Read on the screen's thread. */
public final class Job {
    private static final long TOLD_EVERY_MILLIS = 80;

    private final String name;
    private final Background background;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final AtomicBoolean givenUp = new AtomicBoolean();
    private final Runnable whenGivenUp;
    private volatile long told;

    Job(String name, Background background, Runnable whenGivenUp) {
        this.name = name;
        this.background = background;
        this.whenGivenUp = whenGivenUp;
    }

    /** What is done, in the person's words. */
    public String name() {
        return name;
    }

    /** From 0 to 1; less than 0 where nobody knows. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Wants it given up; it ends at its next good moment. */
    public void giveUp() {
        givenUp.set(true);
        whenGivenUp.run();
    }

    /** Whether somebody wants it given up; any thread. */
    public boolean isGivenUp() {
        return givenUp.get();
    }

    /** Tells how far it is; any thread, as often as it likes. */
    public void tell(long done, long whole) {
        long now = System.currentTimeMillis();
        if (now - told >= TOLD_EVERY_MILLIS) {
            told = now;
            background.onScreen(() -> progress.set(whole <= 0 ? -1 : (double) done / whole));
        }
    }
}
