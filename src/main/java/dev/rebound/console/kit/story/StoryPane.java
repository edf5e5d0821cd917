package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.AddressLines;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import dev.rebound.session.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message: state in words, why, what next, the reply, the chain, where it is written, the raw record. */
public final class StoryPane extends ScrollPane {
    private static final double LEAST_REPLY = 160;

    private final Desk desk;
    private final VBox content = new VBox(5);
    private final RawText raw;
    private @Nullable Story told;
    private @Nullable Supplier<Place.Activity> among;

    /** Nothing told yet. */
    public StoryPane(Desk desk) {
        this.desk = desk;
        setId("message-pane");
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        raw = new RawText(desk, "story-raw");
        show(null);
    }

    /** Lets the whole message be opened, among those of a list. */
    public StoryPane opening(Supplier<Place.Activity> list) {
        among = list;
        return this;
    }

    private void open(Story message, Supplier<Place.Activity> list) {
        int row = message.details().row().message();
        if (row >= 0) {
            desk.navigator().go(new Place.Message(message.picture().key(row), list.get()));
        }
    }

    /** Tells a story; null says how to get one. */
    public void show(@Nullable Story message) {
        told = message;
        setVvalue(0);
        if (message == null) {
            Label hint = new Label(desk.text("activity.pane.none"), new FontIcon("mdi2c-cursor-default-click-outline"));
            hint.getStyleClass().add(Styles.TEXT_MUTED);
            content.getChildren().setAll(hint);
            return;
        }
        MessageRow row = message.details().row();
        StoryHeading heading = new StoryHeading(message, desk);
        Supplier<Place.Activity> list = among;
        if (list != null && row.message() >= 0) {
            Button open = Buttons.of(
                    "mdi2t-timeline-clock-outline", desk.text("activity.pane.open"), () -> open(message, list));
            open.setId("story-open");
            heading.beside(open);
        }
        content.getChildren().setAll(heading);
        Why why = message.why();
        if (why != null) {
            content.getChildren().addAll(section("activity.pane.why"), words(why.sentence()), next(why));
        } else {
            content.getChildren().addAll(section("activity.pane.why"), words(message.meaning(desk)));
        }
        if (row.reply() != null) {
            content.getChildren().addAll(section("activity.pane.reply"), reply(message, row.reply()));
        }
        content.getChildren().addAll(section("activity.pane.chain"), chain(message));
        ledger(message);
        content.getChildren().addAll(section("activity.pane.raw"), raw);
        raw.show(message.event());
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

    private HBox next(Why why) {
        Label next = words(why.nextStep());
        HBox.setHgrow(next, Priority.ALWAYS);
        FontIcon arrow = new FontIcon("mdi2a-arrow-right");
        HBox line = new HBox(6, arrow, next);
        if (why.appealLink() != null) {
            String link = why.appealLink();
            line.getChildren()
                    .add(Buttons.icon(
                            "mdi2l-link-variant", desk.text("activity.pane.copylink", link), () -> desk.copy(link)));
        }
        return line;
    }

    private VBox reply(Story message, String reply) {
        Label text = words(desk.person(reply));
        text.getStyleClass().add("mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                2,
                text,
                Buttons.icon("mdi2c-content-copy", desk.text("activity.pane.copyreply"), () -> desk.copy(reply)),
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

    private Button reclassify(Story message, String reply) {
        Button button = Buttons.icon(
                "mdi2g-gavel",
                desk.text("reclassify.open"),
                () -> new Reclassification(desk, reply, message.details().decidingEvent()).open());
        button.setId("reclassify");
        return button;
    }

    /** What became of an address that is not valid, day by day. */
    private void ledger(Story message) {
        if (message.invalid() != null) {
            AddressLines ledger = new AddressLines(desk);
            content.getChildren().addAll(section("activity.pane.ledger"), ledger);
            String address = message.details().row().address();
            desk.background()
                    .latest(
                            "story-ledger",
                            () -> message.picture().ledgerOf(address),
                            lines -> ledger.show(address, lines));
        }
    }

    private VBox chain(Story message) {
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
        Hint.on(time, () -> desk.formats().everywhere(event.time()));
        Label wait = new Label(
                before == null || !before.isBefore(event.time())
                        ? ""
                        : "+ " + desk.formats().span(Duration.between(before, event.time())));
        wait.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        wait.getStyleClass().add("chain-wait");
        Label kind = new Label(Story.kind(event, desk));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        if (deciding) {
            kind.getStyleClass().add(Styles.TEXT_BOLD);
        }
        Label source = new Label(event.source());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        source.setMinWidth(Region.USE_PREF_SIZE);
        Label reply = new Label(event.reply() == null ? "" : desk.person(event.reply()));
        reply.getStyleClass().addAll("mono", Styles.TEXT_SMALL);
        reply.setMinWidth(reply.getText().isEmpty() ? 0 : LEAST_REPLY);
        reply.setWrapText(true);
        reply.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(reply, Priority.ALWAYS);
        WrappingLine line = new WrappingLine(8, time, wait, kind, source, reply);
        line.getStyleClass().add("chain-event");
        line.setFocusTraversable(true);
        line.setAccessibleText(time.getText() + " " + kind.getText() + " " + source.getText());
        line.setOnMouseClicked(e -> raw.show(event));
        line.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ENTER) {
                raw.show(event);
                e.consume();
            }
        });
        return line;
    }

    /** Shows the raw record and puts the cursor there. */
    public void showRaw() {
        if (told != null) {
            raw.show(told.event());
            setVvalue(1);
            raw.requestFocus();
        }
    }
}
