package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.classify.ReplyPattern;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.StateLook;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.console.kit.story.RepeatedSheet;
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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The events of a message one under the other, with the waits between them. The chosen one is told at length beside. */
final class Timeline extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Pattern TYPE = Pattern.compile("^\\s*smtp;\\s*", Pattern.CASE_INSENSITIVE);
    private static final Duration WAIT_FROM = Duration.ofSeconds(1);

    private final Desk desk;
    private final Consumer<ChainEvent> choose;
    private final VBox lines = new VBox();
    private final List<Node> entries = new ArrayList<>();
    private final List<List<ChainEvent>> told = new ArrayList<>();
    private @Nullable ChainEvent chosen;
    /** The cursor was asked for before there was a line to put it on. */
    private boolean keysWanted;

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
        boolean keys = keysWanted || entries.stream().anyMatch(Node::isFocused);
        lines.getChildren().clear();
        entries.clear();
        told.clear();
        ChainEvent before = null;
        for (List<ChainEvent> same : together(story.details().chain())) {
            ChainEvent event = same.getFirst();
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
            lines.getChildren().add(entry(same, before));
            before = withReply(same);
        }
        if (story.repeats() > 0) {
            Label copies =
                    new Label(desk.text("message.copies", story.repeats()), new FontIcon("mdi2c-content-duplicate"));
            copies.setId("message-copies");
            copies.getStyleClass().addAll(Styles.TEXT_MUTED, "timeline-copies");
            copies.setWrapText(true);
            Hyperlink list = new Hyperlink(desk.text("message.copies.show"));
            list.setId("message-copies-show");
            list.setOnAction(e -> new RepeatedSheet(desk).ofMessage(story));
            lines.getChildren().add(new WrappingLine(4, copies, list));
        }
        choose(story.details().decidingEvent());
        if (keys && !(getScene() != null && getScene().getFocusOwner() instanceof TextInputControl)) {
            takeFocus();
        }
    }

    /** What two sources tell alike of one moment is one line. */
    private static List<List<ChainEvent>> together(List<ChainEvent> chain) {
        List<List<ChainEvent>> lines = new ArrayList<>();
        for (ChainEvent event : chain) {
            List<ChainEvent> last = lines.isEmpty() ? List.of() : lines.getLast();
            if (!last.isEmpty() && last.stream().allMatch(e -> isSame(e, event))) {
                last.add(event);
            } else {
                lines.add(new ArrayList<>(List.of(event)));
            }
        }
        return lines;
    }

    private static boolean isSame(ChainEvent a, ChainEvent b) {
        return a.kind() == b.kind()
                && !a.source().equals(b.source())
                && a.time().getEpochSecond() == b.time().getEpochSecond()
                && (a.reply() == null || b.reply() == null || same(a.reply(), b.reply()));
    }

    /** The one of some events that has a reply; the first where none has. */
    private static ChainEvent withReply(List<ChainEvent> events) {
        return events.stream().filter(e -> e.reply() != null).findFirst().orElse(events.getFirst());
    }

    private LocalDate day(ChainEvent event) {
        return LocalDate.ofInstant(event.time(), desk.formats().zone());
    }

    private Label wait(Duration wait) {
        Label label = new Label(desk.formats().span(wait), new FontIcon("mdi2d-dots-vertical"));
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "timeline-wait");
        return label;
    }

    private Node entry(List<ChainEvent> same, @Nullable ChainEvent before) {
        ChainEvent event = withReply(same);
        Label time = new Label(desk.formats().clock(event.time()));
        time.getStyleClass().add("mono");
        time.setMinWidth(64);
        time.setTooltip(new Tooltip(desk.formats().everywhere(event.time())));
        Label kind = new Label(Story.kind(
                same.stream().filter(e -> e.machine() != null).findFirst().orElse(event), desk));
        kind.getStyleClass().add(Styles.TEXT_BOLD);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        WrappingLine head = new WrappingLine(8, icon(event.kind()), time, kind);
        StringBuilder said = new StringBuilder(time.getText()).append(' ').append(kind.getText());
        for (ChainEvent one : same) {
            head.getChildren().add(badge(one));
            said.append(' ').append(one.source());
        }
        VBox entry = new VBox(1, head);
        says(event, before).forEach(l -> entry.getChildren().add(l));
        entry.getStyleClass().add("timeline-entry");
        entry.setFocusTraversable(true);
        entry.setAccessibleText(said.toString());
        int index = entries.size();
        entry.setOnMouseClicked(e -> {
            entry.requestFocus();
            choose(event);
        });
        entry.focusedProperty().addListener((o, was, is) -> {
            if (is && !same.contains(chosen)) {
                choose(event);
            }
        });
        entry.setOnKeyPressed(e -> key(e, index, same));
        entries.add(entry);
        told.add(same);
        return entry;
    }

    /** Up and down go from line to line; Enter goes through the sources that tell of one. */
    private void key(KeyEvent e, int index, List<ChainEvent> same) {
        int to = e.getCode() == KeyCode.DOWN ? index + 1 : e.getCode() == KeyCode.UP ? index - 1 : -1;
        if (to >= 0 && to < entries.size()) {
            entries.get(to).requestFocus();
        } else if (e.getCode() == KeyCode.ENTER) {
            choose(same.get((same.indexOf(chosen) + 1) % same.size()));
        } else {
            return;
        }
        e.consume();
    }

    private Label badge(ChainEvent event) {
        Label source = new Label(event.source());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, "source-badge");
        source.setMinWidth(Region.USE_PREF_SIZE);
        source.setOnMouseClicked(e -> {
            choose(event);
            e.consume();
        });
        return source;
    }

    /** The reply, or that it is the same as before; why in plain words; more words of the source. */
    private List<Label> says(ChainEvent event, @Nullable ChainEvent before) {
        List<Label> lines = new ArrayList<>();
        String reply = event.reply();
        if (reply != null && before != null && before.reply() != null && same(reply, before.reply())) {
            lines.add(line(desk.text("message.samereply"), Styles.TEXT_MUTED));
        } else if (reply != null) {
            lines.add(line(desk.person(reply), "mono"));
            why(event).ifPresent(w -> lines.add(line(w.sentence(), Styles.TEXT_MUTED)));
        }
        if (event.machine() != null) {
            lines.add(line(desk.text("message.machine", event.machine()), Styles.TEXT_MUTED));
        }
        if (event.detail() != null) {
            lines.add(line(desk.person(event.detail()), Styles.TEXT_MUTED));
        }
        return lines;
    }

    /** Whether two sources give the same words of a server; one may say before them of what type they are (RFC 3464). */
    static boolean same(String a, String b) {
        String first = TYPE.matcher(a).replaceFirst("");
        String second = TYPE.matcher(b).replaceFirst("");
        return first.equals(second) || ReplyPattern.of(first).equals(ReplyPattern.of(second));
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

    private void choose(ChainEvent event) {
        chosen = event;
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).pseudoClassStateChanged(CHOSEN, told.get(i).contains(event));
        }
        choose.accept(event);
    }

    /** Puts the cursor on the event that decided; as soon as it is there, where the message is still being looked up. */
    void takeFocus() {
        keysWanted = true;
        for (int i = 0; i < entries.size(); i++) {
            if (chosen != null && told.get(i).contains(chosen)) {
                keysWanted = false;
                entries.get(i).requestFocus();
            }
        }
    }
}
