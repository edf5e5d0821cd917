package dev.rebound.console.invalid;

import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.AddressLines;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.story.NoteSheet;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.Contradiction;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.Picture;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.session.Why;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of one address: cause, reply, doubts, sends afterwards, and its dated ledger. */
final class AddressPane extends ScrollPane {
    private final InvalidModel model;
    private final Desk desk;
    private final VBox content = new VBox(8);
    private final AddressLines ledger;

    AddressPane(InvalidModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        ledger = new AddressLines(desk);
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        setId("address-pane");
        show(null);
    }

    void show(@Nullable Line line) {
        content.getChildren().clear();
        ledger.show("", List.of());
        if (line == null) {
            Label hint = new Label(desk.text("invalid.pane.none"), new FontIcon("mdi2c-cursor-default-click-outline"));
            hint.getStyleClass().add(Styles.TEXT_MUTED);
            content.getChildren().add(hint);
            return;
        }
        InvalidAddress invalid = line.invalid();
        if (invalid == null) {
            content.getChildren().add(heading(desk.address(line.address())));
        } else {
            cause(line, invalid);
        }
        contradiction(line.contradiction());
        content.getChildren()
                .addAll(
                        words(desk.text(
                                "invalid.pane.subscription",
                                desk.text("subscription."
                                        + desk.picture()
                                                .getValue()
                                                .subscription(line.address())
                                                .code()))),
                        acts(line));
        String note = desk.picture().getValue().addressNote(line.address());
        if (note != null) {
            content.getChildren().add(1, NoteSheet.told(note, "invalid-note-told", desk));
        }
        Label title = new Label(desk.text("invalid.pane.ledger"));
        title.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        content.getChildren().addAll(title, ledger);
        model.ledger(line.address(), lines -> ledger.show(line.address(), lines));
    }

    private void cause(Line line, InvalidAddress a) {
        Picture picture = desk.picture().getValue();
        ChainEvent cause = picture.chainEvent(a.event());
        content.getChildren()
                .add(heading(desk.text(
                        "invalid.pane.heading",
                        desk.person(a.address()),
                        desk.formats().full(a.since()))));
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
            Label reply = words(desk.person(cause.reply()));
            reply.getStyleClass().add("mono");
            content.getChildren().add(reply);
        }
        for (InvalidAddress.Doubt doubt : picture.doubts(a)) {
            warning(desk.text(
                    "invalid.pane.doubt", desk.text("doubt." + doubt.name().toLowerCase(Locale.ROOT))));
        }
        if (line.typo() != null) {
            warning(desk.text(
                    "invalid.pane.typo", line.typo().domain(), line.typo().meant()));
        }
        send(line.send());
    }

    private static Label heading(String text) {
        Label head = words(text);
        head.getStyleClass().add(Styles.TITLE_4);
        return head;
    }

    private void warning(String text) {
        Label label = words(text);
        label.setGraphic(new FontIcon("mdi2a-alert-outline"));
        label.getStyleClass().add(Styles.WARNING);
        content.getChildren().add(label);
    }

    private void contradiction(@Nullable Contradiction c) {
        if (c != null) {
            warning(InvalidTableView.words(desk, c));
            content.getChildren().add(words(desk.text("invalid.pane.notbyus")));
        }
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
                8,
                Buttons.of(
                        "mdi2e-email-search-outline",
                        desk.text(line.send() == null ? "invalid.pane.open" : "activity.menu.message"),
                        () -> open(desk, line)));
        Button note = Buttons.of(
                "mdi2n-note-edit-outline",
                desk.text("activity.menu.note"),
                () -> NoteSheet.address(
                                desk, line.address(), desk.picture().getValue().addressNote(line.address()))
                        .open());
        note.setId("invalid-note");
        acts.getChildren().add(note);
        InvalidAddress invalid = line.invalid();
        if (invalid != null && invalid.message() >= 0 && line.send() == null) {
            acts.getChildren()
                    .add(Buttons.of(
                            "mdi2b-bullhorn-outline",
                            desk.text("invalid.pane.campaign"),
                            () -> desk.navigator().go(new Place.Campaigns(invalid.causedBy()))));
        }
        return acts;
    }

    /** Opens all messages to the address in the log; on the audit's tab the message that was sent after. */
    static void open(Desk desk, Line line) {
        Place.Activity all = Place.Activity.of(Filter.is(Field.ADDRESS, line.address()));
        SendAfterInvalidation send = line.send();
        desk.navigator()
                .go(
                        send == null
                                ? all
                                : new Place.Message(desk.picture().getValue().key(send.message()), all));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
