package dev.rebound.console.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * How the window looks: theme, room between rows, size of the text, motion. Everything that is as large as words is measured in
 * them, so that larger text loses nothing.
 *
 * @param textPercent of the usual size
 */
public record Look(Theme theme, Density density, int textPercent, Motion motion) {
    /** The smallest text. */
    public static final int LEAST = 80;

    /** The largest text. */
    public static final int MOST = 200;

    private static final int STEP = 10;
    private static final double USUAL_PIXELS = 13;
    /** Signs of a size of their own, at the usual text. */
    private static final Map<String, Integer> SIGNS = Map.of(
            ".ikonli-font-icon", 18,
            ".state-icon", 15,
            ".blank-icon", 44,
            ".drop-icon", 26,
            ".question .ikonli-font-icon", 22,
            ".chip .button .ikonli-font-icon", 13,
            ".hour .ikonli-font-icon", 12,
            ".crumbs .ikonli-font-icon", 14);

    private static final String THEME = "console.theme";
    private static final String DENSITY = "console.density";
    private static final String MOTION = "console.motion";
    private static final String TEXT = "console.text-percent";

    public Look {
        textPercent = Math.clamp(textPercent, LEAST, MOST);
    }

    /** The usual look. */
    public static Look usual() {
        return new Look(Theme.SYSTEM, Density.COMPACT, 100, Motion.SYSTEM);
    }

    /** The look that is stored; what cannot be read is usual. */
    public static Look of(Map<String, String> settings) {
        return new Look(
                Theme.of(settings.get(THEME)),
                Density.of(settings.get(DENSITY)),
                percent(settings.get(TEXT)),
                Motion.of(settings.get(MOTION)));
    }

    private static int percent(@Nullable String word) {
        return word != null && word.matches("\\d{2,3}") ? Integer.parseInt(word) : 100;
    }

    /** As settings. */
    public Map<String, String> settings() {
        return new TreeMap<>(Map.of(
                THEME,
                theme.code(),
                DENSITY,
                density.code(),
                TEXT,
                Integer.toString(textPercent),
                MOTION,
                motion.code()));
    }

    /** The same in another theme. */
    public Look in(Theme other) {
        return new Look(other, density, textPercent, motion);
    }

    /** The same with other room between rows. */
    public Look in(Density other) {
        return new Look(theme, other, textPercent, motion);
    }

    /** The same with text of another size. */
    public Look sized(int percent) {
        return new Look(theme, density, percent, motion);
    }

    /** The same with more motion or less. */
    public Look moving(Motion other) {
        return new Look(theme, density, textPercent, other);
    }

    /** The same with text so many steps larger. */
    public Look larger(int steps) {
        return sized(textPercent + steps * STEP);
    }

    /** Signs grow with the words beside them; their size is no multiple of a text's, which would grow on itself. */
    private String signs() {
        StringBuilder css = new StringBuilder();
        SIGNS.forEach((which, pixels) -> css.append(which)
                .append(" { -fx-icon-size: ")
                .append(Math.round(pixels * textPercent / 100.0))
                .append("px; }\n"));
        return css.toString();
    }

    /** Dresses the program and one scene; the screen's thread only. */
    public void dress(Scene scene) {
        theme.dress(scene);
        String css = ".root { -fx-font-size: " + USUAL_PIXELS * textPercent / 100 + "px; }\n"
                + ".table-view { -fx-fixed-cell-size: " + density.rowPixels() / USUAL_PIXELS + "em; }\n"
                + ".table-view.wrapping { -fx-fixed-cell-size: -1; }\n"
                + ".table-view.wrapping .table-row-cell { -fx-cell-size: " + density.rowPixels() / USUAL_PIXELS
                + "em; }\n"
                + signs()
                + motion.css();
        scene.getStylesheets()
                .add("data:text/css;base64,"
                        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
    }
}
