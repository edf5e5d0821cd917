package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.InsideWindow;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.PinSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.Tabs;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.story.MessageList;
import dev.rebound.console.kit.story.NoteSheet;
import dev.rebound.console.kit.story.StoryHeading;
import dev.rebound.console.kit.story.Tickets;
import dev.rebound.console.message.MessageModel.Shown;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ChainEvent;
import dev.rebound.session.Why;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message in full. */
public final class MessageView extends BorderPane implements EvidenceSubject, PinSubject {
    /** What is shown of the message. */
    private enum Part {
        TIMELINE,
        RAW,
        ADDRESS,
        REPLY
    }

    /** So much of what was copied is told. */
    private static final int MOST_TOLD = 64;

    private final MessageModel model;
    private final Desk desk;
    private final Timeline timeline;
    private final ParsedEvent parsed;
    private final RawRecords raw;
    private final MessageList sameAddress;
    private final MessageList sameReply;
    private final SplitPane told;
    private final Tabs<Part> tabs;
    private final MenuButton copy = new MenuButton();
    private Part part = Part.TIMELINE;

    /** The view of a model. */
    public MessageView(MessageModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        parsed = new ParsedEvent(desk);
        timeline = new Timeline(desk, parsed::show);
        raw = new RawRecords(desk);
        sameAddress = new MessageList(desk, "same-address").ofOneAddress().opening(() -> among(addressFilter()));
        sameReply = new MessageList(desk, "same-reply").opening(() -> among(replyFilter()));
        told = new SplitPane(timeline, parsed);
        Splits.remember(told, "message", desk.remembered(), 0.55);
        tabs = new Tabs<>(List.of(Part.values()), p -> "", p -> {
            part = p;
            show(model.shownProperty().get());
        });
        InsideWindow.keep(copy).setId("message-copy");
        copy.setText(desk.text("activity.copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("view");
        model.shownProperty().addListener((o, before, now) -> {
            part = before != null
                            && now != null
                            && before.place().message().equals(now.place().message())
                    ? part
                    : Part.TIMELINE;
            fill(now);
            show(now);
        });
        model.wantedProperty()
                .addListener((o, before, now) -> show(model.shownProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (desk.keys().matches(KeyAct.COPY_AS, e)) {
                copy.requestFocus();
                copy.show();
                e.consume();
            }
        });
        show(null);
    }

    private void fill(@Nullable Shown now) {
        if (now == null) {
            return;
        }
        timeline.show(now.story());
        sameAddress.show(now.picture(), now.sameAddress());
        sameReply.show(now.picture(), now.sameReply());
        tabs.text(Part.TIMELINE, desk.text("message.tab.timeline"));
        tabs.text(
                Part.RAW,
                desk.text("message.tab.raw", RawRecords.of(now.story()).size()));
        tabs.text(Part.ADDRESS, desk.text("message.tab.address", now.sameAddress().length));
        tabs.text(Part.REPLY, desk.text("message.tab.reply", now.sameReply().length));
        copy.getItems().clear();
        Tickets.of(desk)
                .forEach((name, sentence) ->
                        copying(name, sentence.apply(now.story().details())));
        copying(desk.text("message.copy.timeline"), lines(now));
        copying(desk.text("message.copy.id"), id(now));
        copying(desk.text("message.copy.address"), now.story().details().row().address());
        copy.getItems().getFirst().setId("copy-ticket");
    }

    private static String id(Shown now) {
        var row = now.story().details().row();
        String id = row.messageId() == null ? row.dispatchId() : row.messageId();
        return id == null ? "" : id;
    }

    /** One more way to copy; it is told what was copied, as it stands on the clipboard. */
    private void copying(String name, String text) {
        copy.getItems().add(MenuItems.of(name, () -> {
            desk.copy(text);
            desk.notices().tell(desk.text("message.copied", name, begun(desk.person(text))));
        }));
    }

    private static String begun(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= MOST_TOLD ? line : line.substring(0, line.lastIndexOf(' ', MOST_TOLD)) + " …";
    }

    /** The timeline as text, each time with its offset. */
    private String lines(Shown now) {
        return now.story().details().chain().stream().map(e -> line(e)).collect(Collectors.joining("\n"));
    }

    private String line(ChainEvent e) {
        return desk.formats().full(e.time()) + "\t"
                + desk.text("kind." + e.kind().name().toLowerCase(Locale.ROOT)) + "\t" + e.source() + "\t"
                + (e.reply() == null ? "" : e.reply().replace('\n', ' '));
    }

    private void show(@Nullable Shown now) {
        if (now == null) {
            setTop(null);
            setCenter(
                    model.wantedProperty().get() == null
                            ? null
                            : new Blank(
                                    "mdi2e-email-off-outline",
                                    desk.text("message.gone"),
                                    desk.text("message.gone.sentence")));
            return;
        }
        tabs.show(part);
        Button note = Buttons.of("mdi2n-note-edit-outline", desk.text("activity.menu.note"), () -> note(now));
        note.setId("message-note");
        Button compare = Buttons.of(
                "mdi2c-compare-horizontal", desk.text("message.compare"), () -> new CompareSheet(desk, now).open());
        compare.setId("message-compare");
        compare.setDisable(!CompareSheet.isPossible(now));
        WrappingLine row = new WrappingLine(8, tabs, WrappingLine.spring(), compare, Changing.button(desk, note), copy);
        VBox top = new VBox(8, heading(now), new StoryHeading(now.story(), desk), why(now), row);
        top.getStyleClass().add("view-heading");
        setTop(top);
        setCenter(
                switch (part) {
                    case TIMELINE -> told;
                    case RAW -> {
                        raw.show(now.story());
                        yield raw;
                    }
                    case ADDRESS -> sameAddress;
                    case REPLY -> sameReply;
                });
        setBottom(part == Part.REPLY || part == Part.ADDRESS ? inLog() : null);
    }

    private void note(Shown now) {
        int message = now.story().details().row().message();
        NoteSheet.message(desk, now.picture().key(message), now.picture().note(message))
                .open();
    }

    /** Why in plain words, or what the state means and what cannot be known. */
    private Label why(Shown now) {
        Why why = now.story().why();
        Label words = Sheet.sentence(
                why == null
                        ? now.story().meaning(desk)
                        : why.nextStep().isBlank() ? why.sentence() : why.sentence() + "  →  " + why.nextStep());
        words.setId("message-why");
        return words;
    }

    private Node inLog() {
        Button log = Buttons.of(
                "mdi2f-format-list-bulleted",
                desk.text("message.inlog"),
                () -> desk.navigator().go(among(part == Part.REPLY ? replyFilter() : addressFilter())));
        log.setId("message-inlog");
        HBox row = new HBox(log);
        row.getStyleClass().add("chosen");
        return row;
    }

    private HBox heading(Shown now) {
        var row = now.story().details().row();
        Label title = new Label(desk.text(
                row.subject() == null ? "message.title.nosubject" : "message.title",
                desk.address(row.address()),
                row.subject() == null ? "" : row.subject()));
        title.setId("message-title");
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button before = Buttons.icon("mdi2c-chevron-left", desk.text("message.before"), () -> model.neighbour(-1));
        Button after = Buttons.icon("mdi2c-chevron-right", desk.text("message.after"), () -> model.neighbour(1));
        before.setId("message-before");
        after.setId("message-after");
        before.setDisable(now.at() <= 0);
        after.setDisable(now.at() < 0 || now.at() >= now.among().length - 1);
        Label place = new Label(now.at() < 0 ? "" : desk.text("message.of", now.at() + 1, now.among().length));
        place.setId("message-place");
        place.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, new FontIcon("mdi2e-email-outline"), title, before, place, after);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Place.Activity among(Filter filter) {
        return Place.Activity.of(filter);
    }

    private Filter addressFilter() {
        Shown now = model.shownProperty().get();
        return now == null
                ? Filter.all()
                : Filter.is(Field.ADDRESS, now.story().details().row().address());
    }

    private Filter replyFilter() {
        Shown now = model.shownProperty().get();
        Filter reply = now == null ? null : now.reply();
        return reply == null ? Filter.all() : reply;
    }

    @Override
    public Place.@Nullable Pin pin() {
        Shown now = model.shownProperty().get();
        return now == null
                ? null
                : new Place.Pin(
                        new int[] {now.story().details().row().message()},
                        onlyThis(now).toText());
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        Shown now = model.shownProperty().get();
        return now == null
                ? null
                : new Place.Evidence(now.story().details().row().address(), onlyThis(now), Audience.CUSTOMER);
    }

    private Filter onlyThis(Shown now) {
        String id = id(now);
        return id.isEmpty()
                ? addressFilter()
                : Filter.and(
                        addressFilter(),
                        Filter.is(
                                now.story().details().row().messageId() == null ? Field.DISPATCH_ID : Field.MESSAGE_ID,
                                id));
    }

    /** Puts the cursor on the event that decided. */
    public void focusTimeline() {
        timeline.takeFocus();
    }
}
