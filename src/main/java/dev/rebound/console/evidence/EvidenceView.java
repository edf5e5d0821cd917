package dev.rebound.console.evidence;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ActRow;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MarkdownFlow;
import dev.rebound.console.kit.Place;
import dev.rebound.evidence.AddressForm;
import dev.rebound.evidence.Audience;
import dev.rebound.evidence.Part;
import dev.rebound.words.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The choices of a pack above its preview. */
public final class EvidenceView extends VBox {
    /** The width that a line of choices has. */
    private static final double ROOM = 700;

    private final EvidenceModel model;
    private final Desk desk;
    private final GridPane choices = new GridPane(14, 8);
    private final CountSentence about;
    /** Counted here: the grid counts no line that is out of sight. */
    private int lines;

    private final ScrollPane preview = new ScrollPane();
    private final Button save;
    private final ToggleGroup readers = new ToggleGroup();
    private final ToggleGroup forms = new ToggleGroup();

    /** The view of a model. */
    public EvidenceView(EvidenceModel model, Desk desk) {
        super(10);
        this.model = model;
        this.desk = desk;
        about = new CountSentence(desk);
        save = Buttons.main("mdi2c-content-save-outline", desk.text("evidence.save"), this::save);
        getStyleClass().add("sheet");
        setId("evidence");
        setMinSize(760, 560);
        setMaxSize(860, 680);
        Label title = new Label(desk.text("evidence.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        choices.getColumnConstraints().setAll(names, values);
        line("evidence.about", about);
        ScopeChoice scope = new ScopeChoice(model, desk);
        scope.setPrefWrapLength(ROOM);
        Label scopeName = line("evidence.scope", scope);
        for (Node part : List.of(scope, scopeName)) {
            part.visibleProperty().bind(scope.isNeeded());
            part.managedProperty().bind(part.visibleProperty());
        }
        line("evidence.for", readers());
        ServiceChoice service = new ServiceChoice(model, desk);
        service.setPrefWrapLength(ROOM);
        Label serviceName = line("evidence.service", service);
        for (Node part : List.of(service, serviceName)) {
            part.visibleProperty().bind(service.isNeeded());
            part.managedProperty().bind(part.visibleProperty());
        }
        line("evidence.language", languages());
        line("evidence.contains", contents());
        line("evidence.addresses", addresses());
        preview.setId("evidence-preview");
        preview.setFitToWidth(true);
        preview.setFocusTraversable(true);
        preview.getStyleClass().add("evidence-preview");
        VBox.setVgrow(preview, Priority.ALWAYS);
        Label reads = new Label(desk.text("evidence.preview"));
        reads.setLabelFor(preview);
        reads.getStyleClass().add("pane-section");
        getChildren().addAll(title, choices, reads, preview, acts());
        // A chosen radio button keeps Enter for itself; here it means the same as everywhere else.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && e.getTarget() instanceof RadioButton) {
                save.fire();
                e.consume();
            }
        });
        model.subjectProperty().addListener((o, before, now) -> tellAbout());
        model.previewProperty().addListener((o, before, now) -> {
            preview.setContent(now == null ? null : MarkdownFlow.page(now.summary()));
            preview.setVvalue(0);
            tellAbout();
        });
    }

    private void tellAbout() {
        var subject = model.subjectProperty().get();
        var shown = model.previewProperty().get();
        about.show(
                subject == null
                        ? ""
                        : shown == null
                                ? desk.person(subject.about())
                                : desk.text("evidence.messages", desk.person(subject.about()), shown.rows()),
                subject == null ? null : Place.Activity.of(subject.filter()));
    }

    private Label line(String key, Node node) {
        Label name = new Label(desk.text(key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(node);
        GridPane.setValignment(name, VPos.TOP);
        choices.addRow(lines++, name, node);
        return name;
    }

    private Node readers() {
        return radios(
                readers,
                List.of(Audience.values()),
                a -> desk.text("evidence.for." + a.code()),
                a -> "evidence-" + a.code(),
                model.audienceProperty(),
                a -> true);
    }

    private Node languages() {
        return radios(
                new ToggleGroup(),
                Arrays.stream(Language.values()).map(Language::locale).toList(),
                l -> desk.text("menu.language." + l.getLanguage()),
                l -> "evidence-" + l.getLanguage(),
                model.languageProperty(),
                l -> true);
    }

    private Node addresses() {
        Node line = radios(
                forms,
                List.of(AddressForm.values()),
                f -> desk.text("evidence.addresses." + f.code()),
                f -> "evidence-" + f.code(),
                model.formProperty(),
                f -> model.audienceProperty().get().allows(f));
        model.audienceProperty()
                .addListener((o, before, now) -> forms.getToggles()
                        .forEach(t -> ((RadioButton) t).setDisable(!now.allows((AddressForm) t.getUserData()))));
        return line;
    }

    private static <T> FlowPane radios(
            ToggleGroup group,
            List<T> values,
            Function<T, String> text,
            Function<T, String> id,
            ObjectProperty<T> chosen,
            Predicate<T> possible) {
        FlowPane line = new FlowPane(16, 4);
        line.setPrefWrapLength(ROOM);
        for (T value : values) {
            RadioButton radio = new RadioButton(text.apply(value));
            radio.setId(id.apply(value));
            radio.setUserData(value);
            radio.setToggleGroup(group);
            radio.setDisable(!possible.test(value));
            radio.setSelected(value.equals(chosen.get()));
            radio.selectedProperty().addListener((o, before, now) -> {
                if (now) {
                    chosen.set(value);
                }
            });
            line.getChildren().add(radio);
        }
        chosen.addListener((o, before, now) -> {
            for (Toggle t : group.getToggles()) {
                if (t.getUserData().equals(now)) {
                    t.setSelected(true);
                }
            }
        });
        return line;
    }

    private Node contents() {
        FlowPane boxes = new FlowPane(16, 6);
        boxes.setPrefWrapLength(ROOM);
        CheckBox summary = new CheckBox(desk.text("evidence.part.summary"));
        summary.setSelected(true);
        summary.setDisable(true);
        boxes.getChildren().add(summary);
        for (Part part : Part.values()) {
            CheckBox box = new CheckBox(desk.text("evidence.part." + part.code()));
            box.setId("evidence-" + part.code());
            box.setSelected(model.partsProperty().get().contains(part));
            box.selectedProperty().addListener((o, before, now) -> model.choose(part, now));
            model.partsProperty().addListener((o, before, now) -> box.setSelected(now.contains(part)));
            if (part == Part.COMPARISON) {
                box.visibleProperty()
                        .bind(model.subjectProperty()
                                .map(about -> about.claimed() != null)
                                .orElse(false));
                box.managedProperty().bind(box.visibleProperty());
            }
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    private ActRow acts() {
        Button copy = Buttons.of("mdi2c-content-copy", desk.text("evidence.copy"), this::copy);
        copy.setId("evidence-copy");
        Button cancel = new Button(desk.text("evidence.cancel"));
        cancel.setId("evidence-cancel");
        cancel.setOnAction(e -> model.cancel());
        save.setId("evidence-save");
        save.setDefaultButton(true);
        ProgressBar progress = new ProgressBar();
        progress.visibleProperty().bind(model.runningProperty());
        progress.setAccessibleText(desk.text("evidence.running"));
        save.disableProperty()
                .bind(model.runningProperty().or(model.previewProperty().isNull()));
        return new ActRow(cancel).beside(copy).beside(progress).deciding(save);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        var shown = model.previewProperty().get();
        content.putString(shown == null ? "" : shown.summary());
        Clipboard.getSystemClipboard().setContent(content);
        desk.notices().tell(desk.text("evidence.copied"));
    }

    private void save() {
        desk.files()
                .fileToWrite(desk.text("evidence.save"), model.suggestedName())
                .ifPresent(model::save);
    }

    /** Puts the cursor on the first choice. */
    public void takeFocus() {
        Toggle chosen = readers.getSelectedToggle();
        if (chosen instanceof RadioButton radio) {
            radio.requestFocus();
        }
    }
}
