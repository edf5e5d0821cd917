package dev.rebound.console.shell;

import atlantafx.base.controls.ModalPane;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.Sheets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The place over the views where a sheet stands. Nothing moves: a sheet is there at once, and so it is gone. */
final class SheetPane extends ModalPane implements Sheets {
    private final Background background;
    private @Nullable Node under;
    private @Nullable Node before;

    SheetPane(Background background) {
        this.background = background;
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        setPersistent(true);
        // What stands on it has the cursor; Tab does not stop on the place itself.
        setFocusTraversable(false);
    }

    /** Stands over this part of the window, which is out of reach meanwhile. */
    void over(Node part) {
        under = part;
    }

    @Override
    public void open(Region sheet, Runnable focus) {
        Scene scene = getScene();
        Node below = under;
        if (!isDisplay()) {
            before = scene == null ? null : scene.getFocusOwner();
        }
        if (below != null) {
            below.setDisable(true);
        }
        show(sheet);
        background.later(focus);
    }

    @Override
    public void close() {
        if (!isDisplay()) {
            return;
        }
        hide();
        setContent(null);
        Node below = under;
        if (below != null) {
            below.setDisable(false);
        }
        Node back = before;
        if (back != null) {
            background.later(back::requestFocus);
        }
    }
}
