package dev.rebound.console.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Where a person drew the line between two parts; found again at the next start. */
public final class Splits {
    private static final Duration SOON = Duration.millis(400);
    private static final String NAME = "split.";
    private static final double STEP = 0.03;

    private Splits() {}

    /** Gives a split the places that are kept under a name, or else the usual ones, and keeps what they become. */
    public static void remember(SplitPane split, String name, Remembered remembered, double... usual) {
        split.setDividerPositions(remembered
                .get(NAME + name)
                .map(Splits::places)
                .filter(p -> p.length == usual.length)
                .orElse(usual));
        PauseTransition soon = new PauseTransition(SOON);
        soon.setOnFinished(e -> {
            if (split.getItems().size() == usual.length + 1) {
                remembered.put(NAME + name, text(split.getDividerPositions()));
            }
        });
        // Only what a hand does is kept: a window that becomes larger moves the lines too.
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> soon.playFromStart());
        split.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (isMoved(split, e)) {
                soon.playFromStart();
                e.consume();
            }
        });
    }

    /** Alt, Shift and an arrow move the line of the innermost split that lies across; what a mouse drags has a key too. */
    private static boolean isMoved(SplitPane split, KeyEvent e) {
        boolean across = split.getOrientation() == Orientation.HORIZONTAL;
        KeyCode back = across ? KeyCode.LEFT : KeyCode.UP;
        KeyCode on = across ? KeyCode.RIGHT : KeyCode.DOWN;
        if (!e.isAltDown() || !e.isShiftDown() || e.isShortcutDown() || (e.getCode() != back && e.getCode() != on)) {
            return false;
        }
        double step = e.getCode() == on ? STEP : -STEP;
        split.setDividerPosition(0, Math.clamp(split.getDividerPositions()[0] + step, 0.05, 0.95));
        return true;
    }

    private static String text(double[] places) {
        return Arrays.stream(places)
                .mapToObj(p -> String.format(java.util.Locale.ROOT, "%.3f", p))
                .collect(Collectors.joining(" "));
    }

    private static double[] places(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return words.stream().allMatch(w -> w.matches("[01]\\.\\d{3}"))
                ? words.stream().mapToDouble(Double::parseDouble).toArray()
                : new double[0];
    }
}
