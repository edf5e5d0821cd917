package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import dev.rebound.insight.AddressEntry;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The dated ledger of one address, oldest line first. */
public final class AddressLines extends GridPane {
    private final Desk desk;

    /** No line yet. */
    public AddressLines(Desk desk) {
        super(14, 2);
        this.desk = desk;
        setId("address-ledger");
    }

    /** Shows the lines. */
    public void show(List<AddressEntry> entries) {
        getChildren().clear();
        int row = 0;
        for (AddressEntry e : entries) {
            Label time = new Label(desk.formats().full(e.at()));
            time.getStyleClass().add(Styles.TEXT_MUTED);
            time.setMinWidth(Region.USE_PREF_SIZE);
            String detail = e.what() == AddressEntry.What.STATUS
                    ? desk.text("subscription." + e.detail())
                    : desk.person(e.detail());
            addRow(row++, time, Sheet.sentence(desk.text(e.textKey(), detail)));
        }
    }
}
