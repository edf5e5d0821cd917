package dev.rebound.console.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the system says. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The theme of a stored word; the system's where there is none. */
    public static Theme of(@Nullable String word) {
        for (Theme t : values()) {
            if (t.code().equals(word)) {
                return t;
            }
        }
        return SYSTEM;
    }

    /** The word that is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isDark() {
        return this == DARK || (this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /** Dresses the program and one scene; the screen's thread only. */
    public void dress(Scene scene) {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("console.css"), sheet("focus.css"), sheet(dark ? "dark.css" : "light.css"));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            scene.getStylesheets().add(sheet("opaque.css"));
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/rebound/console/" + name), name)
                .toExternalForm();
    }
}
