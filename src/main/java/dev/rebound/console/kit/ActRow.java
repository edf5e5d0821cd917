package dev.rebound.console.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The buttons beneath a sheet or dialog, in one order wherever one asks: at the left what goes beside, at the right the one
 * that goes away without doing anything, and last the one that does what the sheet is for. Who has learned where a button
 * is presses it without reading.
 */
public final class ActRow extends HBox {
    private final Button away;
    private int beside;

    /** A row with the button that goes away; Escape presses it. */
    public ActRow(Button away) {
        super(8);
        this.away = away;
        away.setCancelButton(true);
        away.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("act-row");
        getChildren().addAll(gap, away);
    }

    /** Adds what goes beside, after what is there. */
    public ActRow beside(Node act) {
        getChildren().add(beside++, act);
        return this;
    }

    /** Adds a button that does what the sheet is for; it is the last. */
    public ActRow deciding(Button act) {
        act.setMinWidth(USE_PREF_SIZE);
        getChildren().add(act);
        return this;
    }

    /** The button that Enter presses; the one that goes away where none is. */
    public Button first() {
        return getChildren().stream()
                .filter(n -> n instanceof Button b && b.isDefaultButton())
                .map(Button.class::cast)
                .findFirst()
                .orElse(away);
    }
}
