package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.AddressLines;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import dev.rebound.session.Why;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message: state in words, why, what next, the reply, the chain, where it is written, the raw record. */
final class MessagePane extends ScrollPane {
    private final ActivityModel model;
    private final Desk desk;
    private final VBox content = new VBox(5);
    private final TextArea raw = new TextArea();
    private final Label rawPlace = new Label();

    MessagePane(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        setId("message-pane");
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        raw.setEditable(false);
        raw.setWrapText(true);
        raw.setPrefRowCount(9);
        raw.getStyleClass().add("raw");
        raw.setId("raw-record");
        rawPlace.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        rawPlace.setWrapText(true);
        model.selectedProperty().addListener((o, before, now) -> show(now));
        show(null);
    }

    private void show(@Nullable Message message) {
        setVvalue(0);
        if (message == null) {
            Label hint = new Label(desk.text("activity.pane.none"), new FontIcon("mdi2c-cursor-default-click-outline"));
            hint.getStyleClass().add(Styles.TEXT_MUTED);
            content.getChildren().setAll(hint);
            return;
        }
        MessageRow row = message.details().row();
        content.getChildren().setAll(headline(message), facts(message));
        Why why = message.why();
        if (why != null) {
            content.getChildren().addAll(section("activity.pane.why"), words(why.sentence()), next(why));
        } else if (row.state() != null) {
            String key = "activity.meaning." + row.state().code();
            content.getChildren().addAll(section("activity.pane.why"), words(meaning(message, key)));
        }
        if (row.reply() != null) {
            content.getChildren().addAll(section("activity.pane.reply"), reply(message, row.reply()));
        }
        content.getChildren().addAll(section("activity.pane.chain"), chain(message));
        ledger(message);
        content.getChildren().addAll(section("activity.pane.raw"), rawPlace, raw);
        open(message.details().decidingEvent());
    }

    private String meaning(Message message, String key) {
        Instant until = message.details().openUntil();
        return desk.text(key, until == null ? "–" : desk.formats().full(until));
    }

    private Label section(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        return label;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox headline(Message message) {
        MessageRow row = message.details().row();
        MessageState state = row.state();
        Label words = words(
                (state == null ? desk.text("activity.nosend") : desk.text("state." + state.code())) + span(message));
        words.getStyleClass().add(Styles.TITLE_4);
        FontIcon icon = StateLook.icon(state);
        HBox line = new HBox(8, icon, words);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    /** How long it took, and how many tries. */
    private String span(Message message) {
        Instant sent = message.details().sentAt();
        MessageRow row = message.details().row();
        if (sent == null || row.time().isBefore(sent)) {
            return "";
        }
        String took = desk.formats().span(Duration.between(sent, row.time()));
        return " " + desk.text(row.tries() > 1 ? "activity.pane.tries" : "activity.pane.took", took, row.tries());
    }

    private FlowPane facts(Message message) {
        MessageRow row = message.details().row();
        FlowPane facts = new FlowPane(14, 4);
        Hyperlink address = new Hyperlink(row.address());
        address.setOnAction(e -> desk.navigator().go(Place.Activity.of(Filter.is(Field.ADDRESS, row.address()))));
        facts.getChildren().add(address);
        fact(facts, "mdi2b-bullhorn-outline", row.campaign());
        fact(facts, "mdi2s-server-outline", row.esp() + (row.ip() == null ? "" : " · " + row.ip()));
        fact(
                facts,
                "mdi2c-card-account-mail-outline",
                desk.text(
                        "activity.pane.address",
                        desk.text("validity." + row.validity().code())));
        fact(
                facts,
                "mdi2b-bell-outline",
                desk.text(
                        "activity.pane.subscription",
                        desk.text("subscription." + row.subscription().code())));
        fact(facts, "mdi2f-format-title", row.subject());
        fact(facts, "mdi2i-identifier", row.messageId() == null ? row.dispatchId() : row.messageId());
        return facts;
    }

    private static void fact(FlowPane facts, String icon, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            Label label = new Label(text, new FontIcon(icon));
            label.getStyleClass().add("fact");
            facts.getChildren().add(label);
        }
    }

    private HBox next(Why why) {
        Label next = words(why.nextStep());
        HBox.setHgrow(next, Priority.ALWAYS);
        FontIcon arrow = new FontIcon("mdi2a-arrow-right");
        HBox line = new HBox(6, arrow, next);
        if (why.appealLink() != null) {
            String link = why.appealLink();
            line.getChildren()
                    .add(Buttons.icon(
                            "mdi2l-link-variant", desk.text("activity.pane.copylink", link), () -> Clip.copy(link)));
        }
        return line;
    }

    private VBox reply(Message message, String reply) {
        Label text = words(reply);
        text.getStyleClass().add("mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                2,
                text,
                Buttons.icon("mdi2c-content-copy", desk.text("activity.pane.copyreply"), () -> Clip.copy(reply)),
                Buttons.icon(
                        "mdi2f-filter-outline",
                        desk.text("activity.pane.samereply"),
                        () -> desk.navigator().go(Place.Activity.of(Filter.is(Field.REPLY, reply)))),
                reclassify(message, reply));
        line.setAlignment(Pos.CENTER_LEFT);
        ChainEvent deciding = message.details().decidingEvent();
        if (message.why() == null) {
            return new VBox(line);
        }
        Label rule = new Label(
                deciding.rule().equals("none")
                        ? desk.text("activity.pane.norule")
                        : desk.text("activity.pane.rule", deciding.rule(), deciding.matched()));
        rule.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        rule.setWrapText(true);
        return new VBox(2, line, rule);
    }

    private Button reclassify(Message message, String reply) {
        Button button = Buttons.icon(
                "mdi2g-gavel",
                desk.text("reclassify.open"),
                () -> new Reclassification(desk, reply, message.details().decidingEvent()).open());
        button.setId("reclassify");
        return button;
    }

    /** What became of an address that is not valid, day by day. */
    private void ledger(Message message) {
        if (message.invalid() != null) {
            AddressLines ledger = new AddressLines(desk);
            content.getChildren().addAll(section("activity.pane.ledger"), ledger);
            model.ledger(message.details().row().address(), ledger::show);
        }
    }

    private VBox chain(Message message) {
        VBox list = new VBox(0);
        Instant before = null;
        for (ChainEvent event : message.details().chain()) {
            list.getChildren()
                    .add(entry(event, before, event.equals(message.details().decidingEvent())));
            before = event.time();
        }
        return list;
    }

    private Node entry(ChainEvent event, @Nullable Instant before, boolean deciding) {
        Label time = new Label(desk.formats().time(event.time()));
        time.getStyleClass().add("chain-time");
        time.setMinWidth(124);
        Label wait = new Label(
                before == null || !before.isBefore(event.time())
                        ? ""
                        : "+ " + desk.formats().span(Duration.between(before, event.time())));
        wait.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        wait.setMinWidth(84);
        Label kind = new Label(desk.text("kind." + event.kind().name().toLowerCase(java.util.Locale.ROOT)));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        if (deciding) {
            kind.getStyleClass().add(Styles.TEXT_BOLD);
        }
        Label source = new Label(event.source());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        source.setMinWidth(Region.USE_PREF_SIZE);
        Label reply = new Label(event.reply() == null ? "" : event.reply());
        reply.getStyleClass().addAll("mono", Styles.TEXT_SMALL);
        reply.setMinWidth(0);
        HBox.setHgrow(reply, Priority.ALWAYS);
        HBox line = new HBox(8, time, wait, kind, source, reply);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chain-event");
        line.setFocusTraversable(true);
        line.setAccessibleText(time.getText() + " " + kind.getText() + " " + source.getText());
        line.setOnMouseClicked(e -> open(event));
        line.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ENTER) {
                open(event);
                e.consume();
            }
        });
        return line;
    }

    private void open(ChainEvent event) {
        raw.setText("");
        rawPlace.setText(event.file());
        model.raw(event, record -> {
            raw.setText(record.text());
            rawPlace.setText(place(event, record));
        });
    }

    private String place(ChainEvent event, RawRecord record) {
        String part = record.part().isEmpty() ? event.file() : event.file() + " › " + record.part();
        return desk.text("activity.pane.place", part, desk.formats().count(record.line()));
    }
}
