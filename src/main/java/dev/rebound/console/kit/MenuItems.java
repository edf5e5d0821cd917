package dev.rebound.console.kit;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** Items of menus; an underscore in a value is an underscore. */
public final class MenuItems {
    private MenuItems() {}

    /** An item that acts. */
    public static MenuItem of(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }

    /** An item that acts and tells its key. The key itself is listened to elsewhere. */
    public static MenuItem of(String text, KeyCombination key, Runnable act) {
        return of(text + "   " + key.getDisplayText(), act);
    }

    /** An item with an icon. */
    public static MenuItem of(String icon, String text, Runnable act) {
        MenuItem item = of(text, act);
        item.setGraphic(new FontIcon(icon));
        return item;
    }
}
