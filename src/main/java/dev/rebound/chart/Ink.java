package dev.rebound.chart;

import dev.rebound.domain.MessageState;
import java.util.Locale;

/** What a mark is drawn with. The colours are those of the window's style sheets, light and dark. */
public enum Ink {
    GROUND("#ffffff", "#0d1117"),
    TEXT("#1f2328", "#e6edf3"),
    MUTED("#59636e", "#9198a1"),
    GRID("#d1d9e0", "#30363d"),
    SENDS("#6e7f95", "#8796ab"),
    GAP("#c4622d", "#e08a55"),
    /** This one, among others. */
    OWN("#0969da", "#58a6ff"),
    /** Earlier ones, drawn faintly. */
    EARLIER("#8c959f", "#6e7681"),
    DELIVERED("#1a7f37", "#3fb950"),
    RETURNED("#4d8f6a", "#7cc49b"),
    HARD_BOUNCED("#b3261e", "#ff7b72"),
    BLOCKED("#bc4c00", "#f0883e"),
    DROPPED("#7d4e9e", "#bc8cff"),
    REJECTED("#99286e", "#f778ba"),
    SOFT_BOUNCED("#b08800", "#e3b341"),
    UNRECOGNISED("#6e7781", "#8b949e"),
    UNCOVERED("#57606a", "#a5adb6"),
    OPEN("#0969da", "#58a6ff"),
    TIMED_OUT("#8a6a3a", "#c9a26d"),
    UNEXPLAINED("#cf222e", "#ff6a69");

    private final String onLight;
    private final String onDark;

    Ink(String onLight, String onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** The ink of a state. */
    public static Ink of(MessageState state) {
        return valueOf(state.name());
    }

    /** The colour on a light or a dark ground, e.g. {@code #1a7f37}. */
    public String hex(boolean dark) {
        return dark ? onDark : onLight;
    }

    /** The name of its style class, e.g. {@code ink-soft-bounced}. */
    public String style() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
