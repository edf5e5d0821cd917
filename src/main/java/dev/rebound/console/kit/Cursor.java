package dev.rebound.console.kit;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Where the cursor of one view goes. A part that is not on the screen yet gets it when it comes, unless the cursor was
 * wanted elsewhere in the meantime: who goes to the filter types there, whatever list arrives late. The screen's thread
 * only.
 */
public final class Cursor {
    private @Nullable Node wanted;

    /** Puts the cursor into a node, at once or when it is on the screen: a split pane takes its parts in late. */
    public void into(Node node) {
        wanted = node;
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<Scene>() {
            @Override
            public void changed(ObservableValue<? extends Scene> scene, Scene before, Scene now) {
                node.sceneProperty().removeListener(this);
                Platform.runLater(() -> {
                    if (node.equals(wanted)) {
                        node.requestFocus();
                    }
                });
            }
        });
    }

    /** The cursor goes elsewhere: a part that is still to come does not take it. */
    public void elsewhere() {
        wanted = null;
    }
}
