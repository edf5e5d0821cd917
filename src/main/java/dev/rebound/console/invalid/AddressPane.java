package dev.rebound.console.invalid;

import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.session.Why;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of one invalid address: cause, reply, doubts, sends afterwards. */
final class AddressPane extends ScrollPane {
    private final Desk desk;
    private final VBox content = new VBox(8);

    AddressPane(Desk desk) {
        this.desk = desk;
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        setId("address-pane");
        show(null);
    }

    void show(@Nullable Line line) {
        content.getChildren().clear();
        if (line == null) {
            Label hint = new Label(desk.text("invalid.pane.none"), new FontIcon("mdi2c-cursor-default-click-outline"));
            hint.getStyleClass().add(Styles.TEXT_MUTED);
            content.getChildren().add(hint);
            return;
        }
        InvalidAddress a = line.address();
        Picture picture = desk.picture().getValue();
        ChainEvent cause = picture.chainEvent(a.event());
        Label head = words(
                desk.text("invalid.pane.heading", a.address(), desk.formats().full(a.since())));
        head.getStyleClass().add(Styles.TITLE_4);
        content.getChildren().add(head);
        String reason = desk.text("reason." + a.reason().code());
        content.getChildren()
                .add(words(
                        a.message() < 0
                                ? desk.text("invalid.pane.list", cause.source(), cause.file())
                                : desk.text("invalid.pane.cause", reason, a.causedBy(), cause.source())));
        desk.session()
                .explain(cause.rule(), desk.words().locale())
                .or(() -> desk.session().explain(a.reason().code(), desk.words().locale()))
                .ifPresent(this::why);
        if (cause.reply() != null) {
            Label reply = words(cause.reply());
            reply.getStyleClass().add("mono");
            content.getChildren().add(reply);
        }
        for (InvalidAddress.Doubt doubt : a.doubts()) {
            Label label = words(desk.text(
                    "invalid.pane.doubt", desk.text("doubt." + doubt.name().toLowerCase(Locale.ROOT))));
            label.setGraphic(new FontIcon("mdi2a-alert-outline"));
            label.getStyleClass().add(Styles.WARNING);
            content.getChildren().add(label);
        }
        send(line.send());
        content.getChildren()
                .addAll(
                        words(desk.text(
                                "invalid.pane.subscription",
                                desk.text("subscription." + a.subscription().code()))),
                        acts(line));
    }

    private void why(Why why) {
        content.getChildren().add(words(why.sentence()));
    }

    private void send(@Nullable SendAfterInvalidation send) {
        if (send != null) {
            content.getChildren()
                    .add(words(desk.text(
                            "invalid.pane.sent",
                            send.campaign(),
                            desk.formats().full(send.sentAt()),
                            desk.text("split." + send.split().name().toLowerCase(Locale.ROOT)))));
        }
    }

    private HBox acts(Line line) {
        HBox acts = new HBox(
                8, Buttons.of("mdi2e-email-search-outline", desk.text("invalid.pane.open"), () -> open(desk, line)));
        if (line.address().message() >= 0 && line.send() == null) {
            acts.getChildren()
                    .add(Buttons.of(
                            "mdi2b-bullhorn-outline",
                            desk.text("invalid.pane.campaign"),
                            () -> desk.navigator()
                                    .go(new Place.Campaigns(line.address().causedBy()))));
        }
        return acts;
    }

    /** Opens all messages to the address in the log. */
    static void open(Desk desk, Line line) {
        desk.navigator()
                .go(Place.Activity.of(Filter.is(Field.ADDRESS, line.address().address())));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
