package dev.rebound.console.kit;

import java.util.Locale;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Whether anything moves by itself: as the system says, never, or as usual. */
public enum Motion {
    SYSTEM,
    LESS,
    USUAL;

    /** The choice of a stored word; the system's where there is none. */
    public static Motion of(@Nullable String word) {
        for (Motion m : values()) {
            if (m.code().equals(word)) {
                return m;
            }
        }
        return SYSTEM;
    }

    /** The word that is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing shall move now. The screen's thread only. */
    public boolean isReduced() {
        return this == LESS || (this == SYSTEM && Platform.getPreferences().isReducedMotion());
    }

    /** The rules of a scene in which nothing moves: work that has no end in sight stands as a pattern. */
    String css() {
        return isReduced()
                ? ".progress-bar:indeterminate > .bar { -fx-opacity: 0; }\n"
                        + ".progress-bar:indeterminate > .track { -fx-background-color:"
                        + " linear-gradient(from 0px 0px to 8px 8px, repeat, -color-accent-muted 50%, -color-accent-subtle 50%); }\n"
                : "";
    }
}
