package dev.rebound.console.kit.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The views one can always go to, in the order of the rail: one line here names, draws and keys a view everywhere. */
public enum Stop {
    START(KeyAct.VIEW_1, "mdi2h-home-outline"),
    ACTIVITY(KeyAct.VIEW_2, "mdi2f-format-list-bulleted"),
    CAMPAIGNS(KeyAct.VIEW_3, "mdi2c-chart-bar"),
    INVALID(KeyAct.VIEW_4, "mdi2a-account-cancel-outline"),
    INCIDENTS(KeyAct.VIEW_5, "mdi2f-flag-outline"),
    COMPARE(KeyAct.VIEW_6, "mdi2s-scale-balance"),
    CASES(KeyAct.VIEW_7, "mdi2n-notebook-outline"),
    DATA(KeyAct.VIEW_8, "mdi2d-database-outline"),
    SETTINGS(KeyAct.SETTINGS, "mdi2c-cog-outline");

    private final KeyAct keys;
    private final String icon;

    Stop(KeyAct keys, String icon) {
        this.keys = keys;
        this.icon = icon;
    }

    /** The views proper, without the settings, whose keys are numbers. */
    public static List<Stop> numbered() {
        return Arrays.stream(values()).filter(s -> s != SETTINGS).toList();
    }

    /** Its word in the names of texts and nodes, e.g. {@code start}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the text that names it. */
    public String title() {
        return code() + ".title";
    }

    /** The keys that lead to it. */
    public KeyAct keys() {
        return keys;
    }

    /** The code of its picture. */
    public String icon() {
        return icon;
    }
}
