package dev.rebound.console.kit;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a window stood and how large it was, as a text; a window never comes back where no screen is. */
public final class WindowPlace {
    private WindowPlace() {}

    /** The place of a window. */
    public static String of(Stage stage) {
        return Math.round(stage.getX())
                + " "
                + Math.round(stage.getY())
                + " "
                + Math.round(stage.getWidth())
                + " "
                + Math.round(stage.getHeight())
                + (stage.isMaximized() ? " maximized" : "");
    }

    /** Puts a window where a text says, as far as it can be read and a screen is there. */
    public static void apply(String text, Stage stage) {
        numbers(text).ifPresent(r -> {
            if (!Screen.getScreensForRectangle(r).isEmpty()) {
                stage.setX(r.getMinX());
                stage.setY(r.getMinY());
            }
            stage.setWidth(Math.max(stage.getMinWidth(), r.getWidth()));
            stage.setHeight(Math.max(stage.getMinHeight(), r.getHeight()));
            stage.setMaximized(text.endsWith(" maximized"));
        });
    }

    private static Optional<Rectangle2D> numbers(String text) {
        if (!text.matches("-?\\d{1,6} -?\\d{1,6} \\d{1,6} \\d{1,6}( maximized)?")) {
            return Optional.empty();
        }
        String[] n = text.split(" ", -1);
        return Optional.of(new Rectangle2D(
                Integer.parseInt(n[0]), Integer.parseInt(n[1]), Integer.parseInt(n[2]), Integer.parseInt(n[3])));
    }
}
