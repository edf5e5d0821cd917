package dev.rebound.console.shell;

import atlantafx.base.controls.ModalPane;
import dev.rebound.console.evidence.EvidenceModel;
import dev.rebound.console.evidence.EvidenceView;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** What stands over the views for a while and goes again: the cursor returns to where it was. */
final class Dialogs extends ModalPane {
    private final Desk desk;
    private final Node under;
    private final EvidenceModel evidence;
    private final EvidenceView evidenceView;
    private @Nullable Node before;

    /** Dialogs over a part of the window, which is out of reach while one is open. */
    Dialogs(Desk desk, Node under) {
        this.desk = desk;
        this.under = under;
        evidence = new EvidenceModel(desk);
        evidenceView = new EvidenceView(evidence, desk);
        // Nothing moves: a dialog is there at once, also for who asked the system for less motion.
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        setPersistent(true);
        follow(evidence.openProperty(), evidenceView, evidenceView::takeFocus);
    }

    private void follow(BooleanProperty open, Node view, Runnable focus) {
        open.addListener((o, was, now) -> {
            if (now) {
                open(view, focus);
            } else {
                close();
            }
        });
    }

    /** Begins a pack. */
    void open(Place.Evidence about) {
        evidence.begin(about);
    }

    private void open(Node view, Runnable focus) {
        Scene scene = getScene();
        before = scene == null ? null : scene.getFocusOwner();
        under.setDisable(true);
        show(view);
        desk.background().later(focus);
    }

    private void close() {
        hide();
        setContent(null);
        under.setDisable(false);
        Node back = before;
        if (back != null) {
            desk.background().later(back::requestFocus);
        }
    }

    /** Closes whatever is open. */
    void closeAll() {
        evidence.openProperty().set(false);
    }
}
