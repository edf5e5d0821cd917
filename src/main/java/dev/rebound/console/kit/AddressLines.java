package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import dev.rebound.domain.EmailAddress;
import dev.rebound.insight.AddressEntry;
import dev.rebound.insight.AddressEntry.What;
import dev.rebound.insight.DataSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The dated ledger of one address, oldest line first; what the operator decided is taken back where it stands. */
public final class AddressLines extends GridPane {
    private final Desk desk;

    /** No line yet. */
    public AddressLines(Desk desk) {
        super(14, 2);
        this.desk = desk;
        setId("address-ledger");
    }

    /** Shows the lines of an address. */
    public void show(String address, List<AddressEntry> entries) {
        getChildren().clear();
        int row = 0;
        for (AddressEntry e : entries) {
            Label time = new Label(desk.formats().full(e.at()));
            time.getStyleClass().add(Styles.TEXT_MUTED);
            time.setMinWidth(Region.USE_PREF_SIZE);
            Hint.on(time, () -> desk.formats().everywhere(e.at()));
            String detail = e.what() == What.STATUS ? desk.text("subscription." + e.detail()) : desk.person(e.detail());
            Label words = Sheet.sentence(desk.text(e.textKey(), detail));
            if (e.what() == What.OPERATOR_VALID || e.what() == What.OPERATOR_INVALID) {
                words.setMinWidth(Region.USE_PREF_SIZE);
                WrappingLine decided = new WrappingLine(6, words, Changing.button(desk, takenBack(address)));
                GridPane.setHgrow(decided, Priority.ALWAYS);
                addRow(row++, time, decided);
            } else {
                addRow(row++, time, words);
            }
        }
    }

    private Node takenBack(String address) {
        Hyperlink link = new Hyperlink(desk.text("address.ledger.undo"));
        link.setId("ledger-undo");
        link.setOnAction(e -> desk.changes()
                .make(
                        desk.text("decisions.tookback", desk.person(address)),
                        Map.of(DataSettings.ADDRESS + new EmailAddress(address).key(), Optional.empty())));
        return link;
    }
}
