package dev.rebound.console.shell;

import atlantafx.base.controls.CustomTextField;
import dev.rebound.console.kit.Desk;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Jump to an address, a message id, a campaign; Enter takes the best hit. */
final class FindBox extends CustomTextField {
    private final Desk desk;
    private final ContextMenu menu = new ContextMenu();

    FindBox(Desk desk) {
        this.desk = desk;
        setId("find");
        setLeft(new FontIcon("mdi2m-magnify"));
        setPromptText(desk.text("shell.find.prompt"));
        setAccessibleText(desk.text("shell.find.prompt"));
        setPrefWidth(460);
        textProperty().addListener((o, before, now) -> suggest(now));
        setOnAction(e -> best(getText()));
    }

    private void suggest(String typed) {
        if (typed.isBlank() || !isFocused()) {
            menu.hide();
            return;
        }
        var picture = desk.picture().getValue();
        desk.background().latest("find", () -> Finder.find(picture, typed), this::offer);
    }

    private void offer(List<Finder.Hit> hits) {
        menu.getItems().setAll(hits.stream().map(this::item).toList());
        if (isFocused() && getScene() != null && getScene().getWindow() != null && !hits.isEmpty()) {
            menu.show(this, Side.BOTTOM, 0, 2);
        }
    }

    private MenuItem item(Finder.Hit hit) {
        MenuItem item =
                new MenuItem(hit.text() + "   " + desk.text("shell.find." + hit.why()), new FontIcon(hit.icon()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> go(hit));
        return item;
    }

    private void best(String typed) {
        var picture = desk.picture().getValue();
        desk.background().latest("find", () -> Finder.find(picture, typed), hits -> {
            if (!hits.isEmpty()) {
                go(hits.getFirst());
            }
        });
    }

    private void go(Finder.Hit hit) {
        menu.hide();
        desk.navigator().go(hit.place());
        clear();
    }
}
