package dev.rebound.console.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/** Where a person drew the line between two parts; found again at the next start. */
public final class Splits {
    private static final Duration SOON = Duration.millis(400);
    private static final String NAME = "split.";

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
        split.addEventFilter(javafx.scene.input.MouseEvent.MOUSE_RELEASED, e -> soon.playFromStart());
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
