package dev.rebound.console.kit;

import javafx.application.Platform;

/** What follows from the sizes that a layout gave: it is done after that layout, which would not see it otherwise. */
public final class AfterLayout {
    private AfterLayout() {}

    /** Does it once the running layout is done; the screen's thread only. */
    public static void run(Runnable follows) {
        Platform.runLater(follows);
    }
}
