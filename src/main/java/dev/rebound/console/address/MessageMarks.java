package dev.rebound.console.address;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.insight.MessageRow;
import java.time.Year;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** One mark a message, the oldest first, with the years between them. A mark tells its subject and leads to its row. */
final class MessageMarks extends FlowPane {
    /** The newest ones; older ones stand in the table beneath. */
    private static final int MOST = 120;

    private final Desk desk;
    private final IntConsumer choose;

    /**
     * No mark yet.
     *
     * @param choose takes the place of a message in the list, newest first
     */
    MessageMarks(Desk desk, IntConsumer choose) {
        super(1, 2);
        this.desk = desk;
        this.choose = choose;
        setId("message-marks");
    }

    void show(AddressModel.Known known) {
        getChildren().clear();
        int year = 0;
        for (int i = Math.min(MOST, known.messages().length) - 1; i >= 0; i--) {
            MessageRow row = known.picture().row(known.messages()[i]);
            int of = Year.from(row.time().atZone(desk.formats().zone())).getValue();
            if (of != year) {
                year = of;
                Label label = new Label(Integer.toString(year));
                label.getStyleClass().add("mark-year");
                getChildren().add(label);
            }
            getChildren().add(mark(row, i));
        }
    }

    private Button mark(MessageRow row, int place) {
        MessageState state = row.state();
        String told = desk.formats().full(row.time()) + "\n"
                + (row.subject() == null ? row.campaign() : row.subject()) + "\n"
                + (state == null ? desk.text("activity.nosend") : desk.text("state." + state.code()));
        Button mark = new Button("", StateLook.icon(state));
        mark.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, "message-mark");
        mark.setTooltip(new Tooltip(told));
        mark.setAccessibleText(told.replace('\n', ' '));
        mark.setOnAction(e -> choose.accept(place));
        return mark;
    }
}
