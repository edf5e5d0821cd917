package dev.rebound.console.kit;

import javafx.scene.control.MenuItem;
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

    /** An item that acts and tells its keys. They are listened to elsewhere. */
    public static MenuItem withKeys(String text, String keys, Runnable act) {
        return of(text + "   " + keys, act);
    }

    /** An item with an icon. */
    public static MenuItem of(String icon, String text, Runnable act) {
        MenuItem item = of(text, act);
        item.setGraphic(new FontIcon(icon));
        return item;
    }
}
