package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.StateLook;
import dev.rebound.console.kit.story.Story;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Reason;
import dev.rebound.insight.ChainEvent;
import dev.rebound.session.Why;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The events of a message one under the other, with the waits between them. The chosen one is told at length beside. */
final class Timeline extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Duration WAIT_FROM = Duration.ofSeconds(1);

    private final Desk desk;
    private final Consumer<ChainEvent> choose;
    private final VBox lines = new VBox();
    private final List<Node> entries = new ArrayList<>();

    Timeline(Desk desk, Consumer<ChainEvent> choose) {
        this.desk = desk;
        this.choose = choose;
        setId("timeline");
        lines.getStyleClass().add("timeline");
        setContent(lines);
        setFitToWidth(true);
        getStyleClass().add("details");
    }

    void show(Story story) {
        lines.getChildren().clear();
        entries.clear();
        ChainEvent before = null;
        for (ChainEvent event : story.details().chain()) {
            if (before == null || !day(before).equals(day(event))) {
                Label day = new Label(desk.formats().day(event.time()));
                day.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
                lines.getChildren().add(day);
            }
            if (before != null) {
                Duration wait = Duration.between(before.time(), event.time());
                if (wait.compareTo(WAIT_FROM) >= 0) {
                    lines.getChildren().add(wait(wait));
                }
            }
            lines.getChildren().add(entry(event, before, story));
            before = event;
        }
        if (story.repeats() > 0) {
            Label copies =
                    new Label(desk.text("message.copies", story.repeats()), new FontIcon("mdi2c-content-duplicate"));
            copies.setId("message-copies");
            copies.getStyleClass().addAll(Styles.TEXT_MUTED, "timeline-copies");
            copies.setWrapText(true);
            lines.getChildren().add(copies);
        }
        choose(story.details().deciding(), story);
    }

    private LocalDate day(ChainEvent event) {
        return LocalDate.ofInstant(event.time(), desk.formats().zone());
    }

    private Label wait(Duration wait) {
        Label label = new Label(desk.formats().span(wait), new FontIcon("mdi2d-dots-vertical"));
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "timeline-wait");
        return label;
    }

    private Node entry(ChainEvent event, @Nullable ChainEvent before, Story story) {
        Label time = new Label(desk.formats().clock(event.time()));
        time.getStyleClass().add("mono");
        time.setMinWidth(64);
        time.setTooltip(new Tooltip(desk.formats().full(event.time()) + "\n" + event.time()));
        Label kind = new Label(desk.text("kind." + event.kind().name().toLowerCase(Locale.ROOT)));
        kind.getStyleClass().add(Styles.TEXT_BOLD);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Label source = new Label(event.source());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, "source-badge");
        source.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, icon(event.kind()), time, kind, source);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox entry = new VBox(1, head);
        says(event, before).forEach(l -> entry.getChildren().add(l));
        entry.getStyleClass().add("timeline-entry");
        entry.setFocusTraversable(true);
        entry.setAccessibleText(time.getText() + " " + kind.getText() + " " + source.getText());
        int index = entries.size();
        entry.setOnMouseClicked(e -> {
            entry.requestFocus();
            choose(index, story);
        });
        entry.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                choose(index, story);
            }
        });
        entry.setOnKeyPressed(e -> {
            int to = e.getCode() == KeyCode.DOWN ? index + 1 : e.getCode() == KeyCode.UP ? index - 1 : -1;
            if (to >= 0 && to < entries.size()) {
                entries.get(to).requestFocus();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                choose(index, story);
                e.consume();
            }
        });
        entries.add(entry);
        return entry;
    }

    /** The reply, or that it is the same as before; why in plain words; more words of the source. */
    private List<Label> says(ChainEvent event, @Nullable ChainEvent before) {
        List<Label> lines = new ArrayList<>();
        String reply = event.reply();
        if (reply != null && before != null && before.reply() != null && same(reply, before.reply())) {
            lines.add(line(desk.text("message.samereply"), Styles.TEXT_MUTED));
        } else if (reply != null) {
            lines.add(line(reply, "mono"));
            why(event).ifPresent(w -> lines.add(line(w.sentence(), Styles.TEXT_MUTED)));
        }
        if (event.detail() != null) {
            lines.add(line(event.detail(), Styles.TEXT_MUTED));
        }
        return lines;
    }

    private static boolean same(String a, String b) {
        return a.equals(b) || ReplyPattern.of(a).equals(ReplyPattern.of(b));
    }

    private java.util.Optional<Why> why(ChainEvent event) {
        return event.reason() == Reason.UNDETERMINED
                ? java.util.Optional.empty()
                : desk.session()
                        .explain(event.rule(), desk.words().locale())
                        .or(() -> desk.session()
                                .explain(event.reason().code(), desk.words().locale()));
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(style, "timeline-line");
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static FontIcon icon(EventKind kind) {
        MessageState like = switch (kind) {
            case DELIVERY -> MessageState.DELIVERED;
            case HARD_BOUNCE -> MessageState.HARD_BOUNCED;
            case SOFT_BOUNCE -> MessageState.SOFT_BOUNCED;
            case BLOCK -> MessageState.BLOCKED;
            case BOUNCE -> MessageState.UNRECOGNISED;
            case DEFERRAL -> MessageState.OPEN;
            case DROP -> MessageState.DROPPED;
            case REJECTION -> MessageState.REJECTED;
            default -> null;
        };
        if (like != null) {
            return StateLook.icon(like);
        }
        FontIcon icon = new FontIcon(
                switch (kind) {
                    case OPEN -> "mdi2e-email-open-outline";
                    case CLICK -> "mdi2c-cursor-default-click-outline";
                    case COMPLAINT -> "mdi2a-account-alert-outline";
                    case UNSUBSCRIBE -> "mdi2b-bell-off-outline";
                    default -> "mdi2c-circle-outline";
                });
        icon.getStyleClass().addAll("state-icon", "state-none");
        return icon;
    }

    private void choose(int index, Story story) {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).pseudoClassStateChanged(CHOSEN, i == index);
        }
        choose.accept(story.details().chain().get(index));
    }

    /** Puts the cursor on the event that decided. */
    void takeFocus(Story story) {
        if (story.details().deciding() < entries.size()) {
            entries.get(story.details().deciding()).requestFocus();
        }
    }
}
