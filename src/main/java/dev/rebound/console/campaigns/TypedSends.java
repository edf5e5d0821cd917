package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.Picture;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where no file tells the sends: their number, typed, against what the files tell of them. */
final class TypedSends extends VBox {
    private static final int LONGEST = 12;
    private static final double WIDEST = 760;

    private final Desk desk;
    private final TextField number = new TextField();
    private final VBox account = new VBox(1);

    TypedSends(Desk desk) {
        super(8);
        this.desk = desk;
        number.setId("typed-sends");
        number.setPrefColumnCount(LONGEST);
        Label asked = new Label(desk.text("campaigns.typed"));
        asked.setLabelFor(number);
        HBox line = new HBox(8, asked, number);
        line.setAlignment(Pos.CENTER);
        account.getStyleClass().add("gap-block");
        account.setId("typed-account");
        setMaxWidth(WIDEST);
        setAlignment(Pos.TOP_CENTER);
        getChildren().addAll(line, account);
        number.textProperty().addListener((o, before, now) -> ask());
    }

    private void ask() {
        String digits = number.getText().replaceAll("\\D", "");
        if (digits.isEmpty() || digits.length() > LONGEST) {
            account.getChildren().clear();
            return;
        }
        long sends = Long.parseLong(digits);
        Picture picture = desk.picture().getValue();
        desk.background().latest("typed-sends", () -> told(picture), told -> show(sends, told));
    }

    private static Map<MessageState, Long> told(Picture picture) {
        Map<MessageState, Long> told = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            long count = picture.questions().select(rows(state)).cardinality();
            if (count > 0) {
                told.put(state, count);
            }
        }
        return told;
    }

    private static Filter rows(MessageState state) {
        return Filter.is(Field.FLAG, FlagWord.of(state).word());
    }

    private void show(long sends, Map<MessageState, Long> told) {
        account.getChildren().clear();
        told.forEach((state, count) -> {
            CountLine line = new CountLine(
                    desk,
                    StateLook.icon(state),
                    desk.text("state." + state.code()),
                    count,
                    sends,
                    sends,
                    rows(state),
                    StateLook.style(state));
            line.setId("typed-" + state.code());
            account.getChildren().add(line);
        });
        long known = told.values().stream().mapToLong(Long::longValue).sum();
        Label rest = Sheet.sentence(
                known > sends
                        ? desk.text("campaigns.typed.toomany", known)
                        : desk.text("campaigns.typed.rest", sends - known));
        rest.setId("typed-rest");
        rest.getStyleClass().add(Styles.TEXT_BOLD);
        account.getChildren().add(rest);
    }
}
