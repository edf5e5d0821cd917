package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.Reason;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Questions;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.DataSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Asks what the replies of one pattern mean; every message with such a reply is then read anew. */
public final class Reclassification {
    private final Desk desk;
    private final String pattern;
    private final ChainEvent event;

    /** About the replies of the pattern of one. */
    public Reclassification(Desk desk, String reply, ChainEvent event) {
        this.desk = desk;
        this.pattern = ReplyPattern.of(reply);
        this.event = event;
    }

    /** Shows the sheet. */
    public void open() {
        Choice<Reason> reason = new Choice<>(
                desk.text("field.reason"),
                Arrays.stream(Reason.values())
                        .filter(r -> r != Reason.SUPPRESSED)
                        .toList(),
                r -> desk.text("reason." + r.code()));
        reason.setId("reclassify-reason");
        Choice<BounceClass> kind = new Choice<>(
                desk.text("field.class"), Arrays.asList(BounceClass.values()), c -> desk.text("class." + c.code()));
        kind.setId("reclassify-class");
        kind.setValue(event.bounceClass());
        reason.setValue(event.reason());
        reason.valueProperty().addListener((o, before, now) -> kind.setValue(now.usualClass()));
        GridPane fields = new GridPane(12, 8);
        fields.addRow(0, new Label(desk.text("field.reason")), reason);
        fields.addRow(1, new Label(desk.text("field.class")), kind);
        Label text = Sheet.sentence(pattern);
        text.getStyleClass().add("mono");
        Label local = Sheet.sentence(desk.text("reclassify.local"));
        local.getStyleClass().add(Styles.TEXT_MUTED);
        Sheet sheet = new Sheet(
                desk,
                desk.text("reclassify.heading"),
                620,
                text,
                new CountSentence(desk)
                        .show(
                                desk.text("reclassify.count", messages()),
                                Place.Activity.of(Filter.is(Field.PATTERN, pattern))),
                fields,
                local);
        if (event.rule().equals(DataSettings.OPERATOR_RULE)) {
            sheet.with(takeBack());
        }
        sheet.deciding(
                "mdi2g-gavel",
                desk.text("reclassify.do"),
                () -> desk.changes()
                        .make(
                                desk.text(
                                        "reclassify.done",
                                        desk.text("reason." + reason.getValue().code())),
                                Map.of(
                                        DataSettings.CORRECTION + pattern,
                                        Optional.of(kind.getValue().code() + " "
                                                + reason.getValue().code()))));
        sheet.open(reason);
    }

    private Button takeBack() {
        return Buttons.of("mdi2u-undo-variant", desk.text("decisions.takeback"), () -> {
            desk.sheets().close();
            desk.changes()
                    .make(
                            desk.text("decisions.tookback", pattern),
                            Map.of(DataSettings.CORRECTION + pattern, Optional.empty()));
        });
    }

    private long messages() {
        Questions questions = desk.picture().getValue().questions();
        return questions.select(Filter.is(Field.PATTERN, pattern)).cardinality();
    }
}
