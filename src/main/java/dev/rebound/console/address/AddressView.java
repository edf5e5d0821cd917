package dev.rebound.console.address;

import atlantafx.base.theme.Styles;
import dev.rebound.console.address.AddressModel.Known;
import dev.rebound.console.address.AddressModel.Similar;
import dev.rebound.console.kit.AddressLines;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.PinSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.console.kit.story.MessageList;
import dev.rebound.console.kit.story.NoteSheet;
import dev.rebound.console.kit.story.Story;
import dev.rebound.console.kit.story.StoryPane;
import dev.rebound.console.kit.story.ValidityWords;
import dev.rebound.domain.BorrowedLetters;
import dev.rebound.domain.Validity;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One address: its two statuses, its ledger, its messages. */
public final class AddressView extends BorderPane implements EvidenceSubject, PinSubject {

    private final AddressModel model;
    private final Desk desk;
    private final Cursor cursor = new Cursor();
    private final MessageList list;
    private final StoryPane story;
    private final MessageMarks marks;
    private final AddressLines ledger;
    private final SplitPane split;

    /** The view of a model. */
    public AddressView(AddressModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        list = new MessageList(desk, "address-messages").ofOneAddress().opening(this::here);
        story = new StoryPane(desk).opening(this::here);
        ledger = new AddressLines(desk);
        marks = new MessageMarks(desk, place -> {
            list.getSelectionModel().clearAndSelect(place);
            list.scrollTo(Math.max(0, place - 2));
            list.requestFocus();
        });
        split = new SplitPane(list, story);
        split.setOrientation(Orientation.VERTICAL);
        Splits.remember(split, "address", desk.remembered(), 0.42);
        getStyleClass().add("view");
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            Known known = model.knownProperty().get();
            story.show(now == null || known == null ? null : Story.of(known.picture(), now.message(), null, 0, desk));
        });
        model.knownProperty().addListener((o, before, now) -> show(before, now));
        show(null, model.knownProperty().get());
    }

    private void show(@Nullable Known before, @Nullable Known now) {
        if (now == null) {
            return;
        }
        int chosen = before != null && before.address().equals(now.address())
                ? list.getSelectionModel().getSelectedIndex()
                : 0;
        list.show(now.picture(), now.messages());
        VBox top = new VBox(8, heading(now), facts(now));
        top.getStyleClass().add("view-heading");
        String note = now.picture().addressNote(now.address());
        if (note != null) {
            top.getChildren().add(NoteSheet.told(note, "address-note-told", desk));
        }
        BorrowedLetters.inAscii(now.address())
                .ifPresent(ascii -> top.getChildren().add(borrowed(desk.text("address.borrowed", desk.person(ascii)))));
        if (!now.ledger().isEmpty()) {
            ledger.show(now.address(), now.ledger());
            top.getChildren().addAll(section("activity.pane.ledger"), scrolled(ledger));
        }
        if (now.hidden() > 0) {
            Label hidden = new Label(desk.text("address.hidden", now.hidden()), new FontIcon("mdi2p-pin"));
            hidden.getStyleClass().add(Styles.WARNING);
            top.getChildren().add(hidden);
        }
        if (!now.similar().isEmpty()) {
            top.getChildren().add(similar(now));
        }
        setTop(top);
        if (now.messages().length == 0) {
            setCenter(nothing(now));
            return;
        }
        marks.show(now);
        top.getChildren().addAll(section("address.marks"), marks);
        setCenter(split);
        list.getSelectionModel().select(Math.clamp(chosen, 0, now.messages().length - 1));
    }

    private static Label borrowed(String sentence) {
        Label label = new Label(sentence, new FontIcon("mdi2a-alert-outline"));
        label.setId("address-borrowed");
        label.setWrapText(true);
        label.getStyleClass().add(Styles.WARNING);
        return label;
    }

    private Label section(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        return label;
    }

    private static ScrollPane scrolled(AddressLines lines) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(lines.heightProperty());
        scroll.setMinViewportHeight(1);
        scroll.getStyleClass().addAll("quiet-scroll", "ledger-lines");
        return scroll;
    }

    private WrappingLine heading(Known now) {
        Label title = new Label(desk.address(now.address()), new FontIcon("mdi2a-at"));
        if (Desk.isHash(now.address())) {
            title.setTooltip(new Tooltip(now.address()));
        }
        title.setId("address-title");
        title.getStyleClass().add(Styles.TITLE_3);
        CountLink count = new CountLink(desk).show(desk.text("activity.total", now.messages().length), here());
        count.setId("address-total");
        count.setMinWidth(USE_PREF_SIZE);
        Button log = Buttons.of(
                "mdi2f-format-list-bulleted",
                desk.text("message.inlog"),
                () -> desk.navigator().go(here()));
        log.setId("address-inlog");
        log.setDisable(now.messages().length == 0);
        Button pin = Buttons.of(
                "mdi2p-pin-outline",
                desk.text("cases.pin.open"),
                () -> desk.navigator().go(pin(now)));
        pin.setId("address-pin");
        pin.setDisable(now.messages().length == 0);
        Button note = Buttons.of(
                "mdi2n-note-edit-outline",
                desk.text("activity.menu.note"),
                () -> NoteSheet.address(desk, now.address(), now.picture().addressNote(now.address()))
                        .open());
        note.setId("address-note");
        return new WrappingLine(
                10,
                title,
                Buttons.icon("mdi2c-content-copy", desk.text("message.copy.address"), () -> desk.copy(now.address())),
                count,
                WrappingLine.spring(),
                Changing.button(desk, note),
                Changing.button(desk, pin),
                log);
    }

    /** A status is as of the file that tells it: what happened to it since is in no file here. */
    private String asOf(AddressModel.Statement told) {
        String imported = desk.formats().day(told.imported());
        return told.since() == null
                ? desk.text("address.statement", imported)
                : desk.text("address.statement.since", desk.formats().day(told.since()), imported);
    }

    private FlowPane facts(Known now) {
        FlowPane facts = new FlowPane(18, 4);
        if (Desk.isHash(now.address())) {
            Label hashed = new Label(desk.text("address.hashed"), new FontIcon("mdi2p-pound"));
            hashed.setId("address-hashed");
            facts.getChildren().add(hashed);
        }
        now.validity().ifPresent(v -> facts.getChildren().add(validity(now, v)));
        Label subscription = new Label(
                desk.text(
                        "activity.pane.subscription",
                        desk.text("subscription." + now.subscription().code())),
                new FontIcon("mdi2b-bell-outline"));
        AddressModel.Statement told = now.statement();
        if (told != null) {
            subscription.setText(subscription.getText() + " " + asOf(told));
            subscription.setTooltip(new Tooltip(desk.text("address.statement.file", told.file())));
        }
        subscription.setId("address-subscription");
        facts.getChildren().add(subscription);
        if (now.users().size() > 1) {
            Label users = new Label(
                    desk.text("address.users", now.users().size()), new FontIcon("mdi2a-account-multiple-outline"));
            users.setTooltip(new Tooltip(String.join("\n", now.users())));
            Hyperlink list = new Hyperlink(desk.text("address.users.show"));
            list.setId("address-users-show");
            list.setOnAction(e -> sharing(now));
            facts.getChildren().add(new HBox(4, users, list));
        } else if (now.users().size() == 1) {
            facts.getChildren()
                    .add(new Label(
                            desk.text("address.user", now.users().getFirst()), new FontIcon("mdi2a-account-outline")));
        }
        return facts;
    }

    /** Who shares the address, each with the messages that name them. */
    private void sharing(Known now) {
        VBox lines = new VBox(4);
        for (String user : now.users()) {
            Filter theirs = Filter.and(AddressModel.messagesTo(now.address()), Filter.is(Field.USER, user));
            int count = now.picture().questions().select(theirs).cardinality();
            Label name = new Label(user, new FontIcon("mdi2a-account-outline"));
            Hyperlink link = new Hyperlink(desk.text("activity.total", count));
            link.setOnAction(e -> {
                desk.sheets().close();
                desk.navigator().go(Place.Activity.of(theirs));
            });
            lines.getChildren().add(new WrappingLine(8, name, WrappingLine.spring(), link));
        }
        lines.setId("sharing-users");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setMaxHeight(360);
        new Sheet(
                        desk,
                        desk.text("address.users", now.users().size()),
                        520,
                        Sheet.sentence(desk.text("address.users.words")),
                        scroll)
                .open();
    }

    private Label validity(Known now, Validity validity) {
        FontIcon icon = new FontIcon(
                switch (validity) {
                    case VALID -> "mdi2c-check-circle";
                    case INVALID -> "mdi2c-cancel";
                    case QUESTIONABLE -> "mdi2h-help-circle-outline";
                });
        icon.getStyleClass().add(validity == Validity.VALID ? "good" : "bad");
        String told = ValidityWords.of(now.picture(), now.address(), validity, desk);
        Label label = new Label(told, icon);
        label.setId("address-validity");
        return label;
    }

    private FlowPane similar(Known now) {
        FlowPane line = new FlowPane(12, 4, new Label(desk.text("address.similar")));
        line.setId("address-similar");
        for (Similar s : now.similar()) {
            Hyperlink link = new Hyperlink(desk.text("address.similar.one", desk.person(s.address()), s.messages()));
            link.setOnAction(e -> desk.navigator().go(new Place.Address(s.address())));
            line.getChildren().add(link);
        }
        return line;
    }

    private Blank nothing(Known now) {
        if (now.hidden() > 0) {
            return new Blank(
                    "mdi2p-pin", desk.text("activity.empty.nothing"), desk.text("address.hidden", now.hidden()));
        }
        return new Blank(
                "mdi2a-account-question-outline",
                desk.text("address.nothing", desk.person(now.address())),
                desk.text(now.similar().isEmpty() ? "address.nothing.sentence" : "address.nothing.similar"));
    }

    private Place.Activity here() {
        Known now = model.knownProperty().get();
        return Place.Activity.of(AddressModel.messagesTo(now == null ? "" : now.address()));
    }

    private static Place.Pin pin(Known now) {
        return new Place.Pin(new int[0], AddressModel.messagesTo(now.address()).toText(), List.of(now.address()));
    }

    @Override
    public Place.@Nullable Pin pin() {
        Known now = model.knownProperty().get();
        return now == null || now.messages().length == 0 ? null : pin(now);
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        Known now = model.knownProperty().get();
        return now == null || now.messages().length == 0
                ? null
                : new Place.Evidence(now.address(), AddressModel.messagesTo(now.address()), Audience.CUSTOMER);
    }

    /** Puts the cursor into the list of messages. */
    public void focusList() {
        cursor.into(list);
    }
}
