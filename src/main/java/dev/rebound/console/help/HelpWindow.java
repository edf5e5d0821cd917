package dev.rebound.console.help;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Look;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The window of the help, beside the work; Escape closes it. The screen's thread only. */
public final class HelpWindow {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 640;

    private final Desk desk;
    private @Nullable Stage stage;
    private @Nullable HelpView view;

    /** Not open yet. */
    public HelpWindow(Desk desk) {
        this.desk = desk;
    }

    /** Opens it, or brings it forward, on a page. */
    public void open(HelpPage page, Window owner, Look look) {
        Stage known = stage;
        HelpView shown = view;
        if (known == null || shown == null) {
            shown = new HelpView(desk);
            known = new Stage();
            known.initOwner(owner);
            known.setTitle("Rebound · " + desk.text("menu.help"));
            known.setScene(new Scene(shown, WIDTH, HEIGHT));
            HelpView pages = shown;
            // Before the list of pages, which keeps Escape for itself.
            known.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    close();
                } else if (e.getCode() == KeyCode.F1 && e.isShiftDown()) {
                    pages.show(HelpPage.KEYS);
                }
            });
            owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> close());
            stage = known;
            view = shown;
        }
        look.dress(known.getScene());
        shown.show(page);
        known.show();
        known.toFront();
    }

    /** Closes it; in another language it is another one. */
    public void close() {
        Stage known = stage;
        if (known != null) {
            known.close();
        }
    }
}
