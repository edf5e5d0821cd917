package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that look alike everywhere. */
public final class Buttons {
    private Buttons() {}

    /** A button with icon and text. */
    public static Button of(String icon, String text, Runnable act) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> act.run());
        return button;
    }

    /** The button of the view's main act. */
    public static Button main(String icon, String text, Runnable act) {
        Button button = of(icon, text, act);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** A quiet button with an icon only; its name is its tooltip and what a screen reader says. */
    public static Button icon(String icon, String name, Runnable act) {
        Button button = of(icon, "", act);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return button;
    }

    /** Writes the shortcut into the button's tooltip. */
    public static Button withKey(Button button, String name, String keys) {
        button.setTooltip(new Tooltip(name + "  (" + keys + ")"));
        return button;
    }
}
