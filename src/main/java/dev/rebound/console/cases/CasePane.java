package dev.rebound.console.cases;

import atlantafx.base.theme.Styles;
import dev.rebound.cases.CaseFile;
import dev.rebound.cases.Figures;
import dev.rebound.cases.MadePack;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FileNames;
import dev.rebound.console.kit.MarkdownFlow;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.PersonField;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.MessageRow;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One case: its question, what moved since it was read, its pinned messages, views and notes. */
final class CasePane extends ScrollPane {
    private final CasesModel model;
    private final Desk desk;
    private final VBox content = new VBox(8);

    CasePane(CasesModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        setId("case");
    }

    void show(CasesModel.@Nullable Line line) {
        content.getChildren().clear();
        if (line == null) {
            return;
        }
        CaseFile c = line.file();
        TextField name = field("case-name", c.name(), "cases.column.name");
        name.getStyleClass().add(Styles.TITLE_4);
        TextField question = field("case-question", c.question(), "cases.column.question");
        CheckBox answered = new CheckBox(desk.text("cases.answered"));
        answered.setId("case-answered");
        answered.setSelected(c.answered());
        TextArea notes = new TextArea(desk.person(c.notes()));
        notes.setId("case-notes");
        notes.setPromptText(desk.text("cases.notes.prompt"));
        notes.setAccessibleText(desk.text("cases.notes"));
        notes.setWrapText(true);
        notes.setPrefRowCount(5);
        notes.setEditable(!desk.formats().isMasked());
        Runnable keep = () -> model.keep(
                c.said(
                        name.getText().strip(),
                        question.getText().strip(),
                        answered.isSelected(),
                        notes.isEditable() ? notes.getText() : c.notes(),
                        desk.session().clock().instant()),
                desk.text("cases.kept", desk.person(name.getText().strip())));
        Button save = Buttons.of("mdi2c-content-save-outline", desk.text("cases.save"), keep);
        save.setId("case-save");
        HBox.setHgrow(name, Priority.ALWAYS);
        WrappingLine head = new WrappingLine(10, name, answered, Changing.button(desk, save));
        content.getChildren().addAll(head, question);
        figures(line);
        pins(line);
        views(c);
        packs(c);
        content.getChildren().addAll(section("cases.notes"), notes(c, notes), acts(line));
    }

    /** The notes as they read; pressed, or where there are none, the field they are typed into. */
    private Node notes(CaseFile c, TextArea typed) {
        if (c.notes().isBlank()) {
            return typed;
        }
        VBox box = new VBox(6);
        MarkdownFlow read = MarkdownFlow.typed(desk.person(c.notes()));
        read.setId("case-notes-read");
        read.getStyleClass().add("case-notes");
        Runnable edit = () -> {
            box.getChildren().setAll(typed);
            typed.requestFocus();
        };
        read.setOnMouseClicked(e -> edit.run());
        Button change = Buttons.of("mdi2p-pencil-outline", desk.text("cases.notes.edit"), edit);
        change.setId("case-notes-edit");
        change.setDisable(!typed.isEditable());
        box.getChildren().addAll(read, Changing.button(desk, change));
        return box;
    }

    private TextField field(String id, String text, String key) {
        TextField field = new PersonField(desk.formats());
        field.setText(text);
        field.setId(id);
        field.setPromptText(desk.text(key));
        field.setAccessibleText(desk.text(key));
        return field;
    }

    private Label section(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().add("pane-section");
        return label;
    }

    private void figures(CasesModel.Line line) {
        Figures read = line.file().figures();
        Figures now = line.now();
        if (now == null) {
            content.getChildren()
                    .add(Sheet.sentence(desk.text(
                            "cases.unreadable", desk.person(line.file().filter()))));
            return;
        }
        FlowPane counts = new FlowPane(12, 2);
        counts.setId("case-figures");
        Stream.concat(
                        Stream.of("sends", "gap"),
                        Stream.of(MessageState.values()).map(MessageState::code))
                .filter(f -> now.count(f) > 0)
                .forEach(f -> counts.getChildren()
                        .add(new CountLink(desk)
                                .show(
                                        model.figure(f) + " " + desk.formats().count(now.count(f)),
                                        Place.Activity.of(CasesModel.rows(line.file(), f)))));
        content.getChildren().addAll(section("cases.figures.now"), counts);
        if (read != null) {
            String moved = model.moved(line);
            CountSentence since = new CountSentence(desk)
                    .show(
                            moved.isEmpty()
                                    ? desk.text(
                                            "cases.since.nothing",
                                            desk.formats().full(read.readAt()))
                                    : desk.text("cases.since", desk.formats().full(read.readAt()), moved)
                                            + (now.addsUp() ? "  ✔ " + desk.text("cases.addsup") : ""),
                            line.moved().stream()
                                    .map(Figures.Move::figure)
                                    .distinct()
                                    .map(f -> Place.Activity.of(CasesModel.rows(line.file(), f)))
                                    .toList());
            since.setId("case-moved");
            since.getStyleClass().add(moved.isEmpty() ? Styles.TEXT_MUTED : Styles.TEXT_BOLD);
            content.getChildren().add(since);
        }
    }

    private void pins(CasesModel.Line line) {
        CaseFile c = line.file();
        content.getChildren().add(section("cases.pins"));
        if (c.pins().isEmpty() && c.kept().addresses().isEmpty()) {
            content.getChildren().add(muted(desk.text("cases.pins.none")));
        }
        for (String address : c.kept().addresses()) {
            Hyperlink link = new Hyperlink(desk.person(address), new FontIcon("mdi2a-at"));
            link.setOnAction(e -> desk.navigator().go(new Place.Address(address)));
            content.getChildren().add(removable(link, () -> change(c.notAbout(address, now()))));
        }
        line.pinned().forEach((pin, row) -> {
            Node words = row.<Node>map(this::link)
                    .orElseGet(() -> muted(
                            pin.told() == null
                                    ? desk.text("cases.pin.gone", desk.person(pin.address()))
                                    : desk.text("cases.pin.told", desk.person(pin.told()))));
            content.getChildren().add(removable(words, () -> change(c.without(pin, now()))));
        });
        if (!c.pins().isEmpty()) {
            Hyperlink all = new Hyperlink(desk.text("cases.pins.log"), new FontIcon("mdi2f-format-list-bulleted"));
            all.setId("case-pins-log");
            all.setOnAction(e -> desk.navigator().go(Place.Activity.of(Filter.is(Field.CASE, c.id()))));
            content.getChildren().add(all);
        }
    }

    private Hyperlink link(MessageRow row) {
        Hyperlink link = new Hyperlink(String.join(
                "  ",
                desk.formats().time(row.time()),
                desk.person(row.address()),
                row.campaign(),
                row.state() == null
                        ? ""
                        : desk.text("state.short." + row.state().code())));
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(e -> desk.navigator()
                .go(new Place.Message(desk.picture().getValue().key(row.message()), Place.Activity.of(only(row)))));
        return link;
    }

    private static Label muted(String text) {
        Label label = Sheet.sentence(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private HBox removable(Node node, Runnable remove) {
        Button button = Buttons.icon("mdi2c-close", desk.text("cases.drop"), remove);
        button.getStyleClass().add("quiet-remove");
        HBox line = new HBox(2, node, button);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void change(CaseFile changed) {
        model.keepRows(changed, desk.text("cases.kept", desk.person(changed.name())));
    }

    private Instant now() {
        return desk.session().clock().instant();
    }

    private static Filter only(MessageRow row) {
        Filter address = Filter.is(Field.ADDRESS, row.address());
        return row.messageId() == null ? address : Filter.and(address, Filter.is(Field.MESSAGE_ID, row.messageId()));
    }

    private void views(CaseFile c) {
        boolean hasFilter = !c.filter().isBlank() || c.rows().isEmpty();
        if (!hasFilter && c.views().isEmpty()) {
            return;
        }
        content.getChildren().add(section("cases.views"));
        FlowPane flow = new FlowPane(12, 2);
        if (hasFilter) {
            flow.getChildren().add(view(c.filter()));
        }
        for (String view : c.views()) {
            if (!view.equals(c.filter())) {
                flow.getChildren().add(removable(view(view), () -> change(c.notViewing(view, now()))));
            }
        }
        content.getChildren().add(flow);
    }

    private Hyperlink view(String filter) {
        Hyperlink link = new Hyperlink(filter.isEmpty() ? "*" : desk.person(filter));
        link.setOnAction(e -> desk.navigator().go(new Place.Activity(filter)));
        return link;
    }

    /** The evidence that was made of the case. */
    private void packs(CaseFile c) {
        if (c.kept().packs().isEmpty()) {
            return;
        }
        content.getChildren().add(section("cases.packs"));
        for (MadePack pack : c.kept().packs()) {
            content.getChildren()
                    .add(Sheet.sentence(desk.text(
                            "cases.pack",
                            pack.file(),
                            desk.formats().minute(pack.made()),
                            pack.sha256()
                                    .substring(0, Math.min(16, pack.sha256().length())))));
        }
    }

    private Node acts(CasesModel.Line line) {
        CaseFile c = line.file();
        Figures now = line.now();
        Button read = Buttons.of(
                "mdi2e-eye-check-outline",
                desk.text("cases.readnow"),
                () -> model.keep(
                        c.read(java.util.Objects.requireNonNull(now)),
                        desk.text("cases.wasread", desk.person(c.name()))));
        read.setId("case-read");
        read.setDisable(now == null);
        MenuItem plain = MenuItems.of(desk.text("cases.export.plain"), () -> export(c, false));
        plain.setId("case-export-plain");
        MenuItem rows = MenuItems.of(desk.text("cases.export.rows"), () -> export(c, true));
        MenuButton export =
                new MenuButton(desk.text("cases.export"), new FontIcon("mdi2e-export-variant"), plain, rows);
        export.setId("case-export");
        export.setMinWidth(USE_PREF_SIZE);
        Button remove = Buttons.of("mdi2d-delete-outline", desk.text("cases.remove"), () -> model.remove(c));
        WrappingLine row = new WrappingLine(8, Changing.button(desk, read), export, Changing.button(desk, remove));
        row.setPadding(new Insets(6, 0, 0, 0));
        return row;
    }

    private void export(CaseFile c, boolean rows) {
        desk.files()
                .fileToWrite(desk.text("cases.export"), FileNames.of(desk.text("cases.file"), c.name()) + ".json")
                .ifPresent(file -> model.give(c, rows, file));
    }
}
