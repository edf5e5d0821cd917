package dev.rebound.console.kit;

import dev.rebound.domain.MessageState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a state looks: a shape of its own, so that colour is never the only sign (WCAG 1.4.1), and a style class. */
public final class StateLook {
    private StateLook() {}

    /** The shape of a state as an icon; null is a message whose send is in no file. */
    public static FontIcon icon(@Nullable MessageState state) {
        FontIcon icon = new FontIcon(
                switch (state) {
                    case null -> "mdi2c-circle-outline";
                    case DELIVERED -> "mdi2c-check-circle";
                    case RETURNED -> "mdi2k-keyboard-return";
                    case HARD_BOUNCED -> "mdi2s-square";
                    case BLOCKED -> "mdi2a-alert";
                    case DROPPED -> "mdi2c-close-circle-outline";
                    case REJECTED -> "mdi2c-close-octagon-outline";
                    case SOFT_BOUNCED -> "mdi2c-circle-half-full";
                    case UNRECOGNISED -> "mdi2h-help-rhombus-outline";
                    case UNCOVERED -> "mdi2c-checkbox-blank-off-outline";
                    case OPEN -> "mdi2r-refresh";
                    case TIMED_OUT -> "mdi2t-timer-off-outline";
                    case UNEXPLAINED -> "mdi2h-help-circle-outline";
                });
        icon.getStyleClass().addAll("state-icon", style(state));
        return icon;
    }

    /** The style class of a state, e.g. {@code state-soft-bounced}. */
    public static String style(@Nullable MessageState state) {
        return state == null
                ? "state-none"
                : "state-" + state.code().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
