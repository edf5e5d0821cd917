package dev.rebound.console.shell;

import dev.rebound.console.cases.CasesModel;
import dev.rebound.console.cases.PinSheet;
import dev.rebound.console.data.RetentionQuestion;
import dev.rebound.console.data.StoreAccess;
import dev.rebound.console.evidence.EvidenceModel;
import dev.rebound.console.evidence.EvidenceView;
import dev.rebound.console.export.ExportSheet;
import dev.rebound.console.help.HelpPage;
import dev.rebound.console.help.HelpWindow;
import dev.rebound.console.kit.AfterLayout;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changes;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.ExportSubject;
import dev.rebound.console.kit.FileChoice;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Notices;
import dev.rebound.console.kit.PastedExport;
import dev.rebound.console.kit.PinSubject;
import dev.rebound.console.kit.Pins;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Remembered;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.KeyMap;
import dev.rebound.console.resend.ResendSheet;
import dev.rebound.filter.Filter;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.store.StoreFacts;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The main window's content for one session and one language. The screen's thread only. */
public final class Shell extends StackPane {
    /** The width of the bar with all its words, in heights of its letters. */
    private static final double ROOM_FOR_WORDS = 60;

    private final ObjectProperty<Picture> picture;
    private final Desk desk;
    private final Toasts toasts;
    private final Trail trail = new Trail();
    private final LeftCursors cursors = new LeftCursors();
    private final SecondPress second = new SecondPress();
    private final ProgramActs acts;
    private final boolean sample;
    private final StackPane stage = new StackPane();
    private final Menus menus;
    private final Rail rail;
    private final FindBox find;
    private final Button back;
    private final Button forward;
    private final Views views;
    private final SheetPane sheets;
    private final EvidenceModel evidence;
    private final Zones zones;
    private final Pins pins = new Pins();
    private final HelpWindow help;
    private final Crumbs crumbs;
    private final StatusBar status;
    private Picture newest;
    private boolean moving;

    /** The window's content; {@code sample} says so in a banner, {@code files} ask for files and remember where. */
    public Shell(
            Session session,
            Background background,
            Words words,
            Formats formats,
            Function<Remembered, FileChoice> files,
            ProgramActs acts,
            boolean sample) {
        this.acts = acts;
        this.sample = sample;
        newest = session.picture();
        picture = new SimpleObjectProperty<>(newest);
        toasts = new Toasts(words, session.journal());
        sheets = new SheetPane(background);
        Remembered remembered = new Remembered(session, background, toasts);
        desk = new Desk(
                session,
                picture,
                background,
                words,
                formats,
                this::go,
                files.apply(remembered),
                toasts,
                new Changes(session, background, toasts, words),
                sheets,
                pins,
                remembered,
                new KeyMap(remembered.all(KeyMap.PREFIX)));
        zones = new Zones(desk, formats.zone(), this::tellTimesIn);
        if (!zones.wanted().equals(formats.zone())) {
            tellTimesIn(zones.wanted());
        }
        pins.heldProperty().addListener((o, before, now) -> see());
        views = new Views(desk, this::importFiles, acts, zones::askCompany);
        rail = new Rail(desk);
        crumbs = new Crumbs(desk);
        status = new StatusBar(desk, zones, acts);
        find = new FindBox(desk, () -> Commands.of(desk, this, acts), this::goAfresh);
        back = Buttons.withKey(
                Buttons.icon("mdi2a-arrow-left", desk.text("shell.back"), this::back),
                desk.text("shell.back"),
                desk.keysOf(KeyAct.BACK));
        forward = Buttons.withKey(
                Buttons.icon("mdi2a-arrow-right", desk.text("shell.forward"), this::forward),
                desk.text("shell.forward"),
                desk.keysOf(KeyAct.FORWARD));
        help = new HelpWindow(desk);
        sceneProperty().addListener((o, before, now) -> help.close());
        back.setId("back");
        forward.setId("forward");
        evidence = new EvidenceModel(desk);
        EvidenceView evidenceView = new EvidenceView(evidence, desk);
        evidence.openProperty().addListener((o, was, open) -> {
            if (open) {
                sheets.open(evidenceView, evidenceView::takeFocus);
            } else {
                sheets.close();
                views.cases().ask();
            }
        });
        menus = new Menus(desk, this, acts);
        BorderPane frame = frame();
        frame.setMinSize(0, 0);
        frame.getStyleClass().add("frame");
        sheets.over(frame);
        getChildren().addAll(frame, sheets, toasts);
        setAlignment(toasts, Pos.TOP_RIGHT);
        toasts.maxWidthProperty().bind(widthProperty().subtract(menus.widthProperty()));
        second.keptFrom(stage);
        second.keptFrom(sheets);
        sheets.contentProperty().addListener((o, was, sheet) -> second.changed());
        sheets.displayProperty().addListener((o, was, open) -> {
            if (open) {
                toasts.putAway();
            }
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, e -> AfterLayout.run(toasts::sweep));
        addEventFilter(KeyEvent.KEY_RELEASED, e -> AfterLayout.run(toasts::sweep));
        views.activity().placeProperty().addListener((o, before, now) -> {
            if (!moving && stage.getChildren().contains(views.activityView())) {
                trail.amend(now, views.activity().typingProperty().get());
                arrows();
            }
        });
        views.activity().typingProperty().addListener((o, was, is) -> trail.settle());
        DroppedFiles dropped =
                new DroppedFiles(desk, () -> desk.session().isWritable() && !sheets.isDisplay(), this::importFiles);
        dropped.from(this);
        getChildren().add(dropped);
        Keys.install(this, this, desk.keys());
        go(new Place.Start());
        // A sheet needs a window to stand in.
        background.later(new RetentionQuestion(desk)::atStart);
    }

    private BorderPane frame() {
        // Where the text is large and the window small, a view scrolls; the frame stays in sight.
        ScrollPane room = new ScrollPane(stage);
        room.setFitToWidth(true);
        room.setFitToHeight(true);
        room.setFocusTraversable(false);
        room.getStyleClass().add("quiet-scroll");
        BorderPane middle = new BorderPane(room);
        middle.setTop(crumbs);
        BorderPane frame = new BorderPane(middle);
        // What stays empty beside the menus is the place of what is told.
        HBox beside = new HBox(menus);
        beside.getStyleClass().add("menu-row");
        VBox top = new VBox(beside, bar());
        if (sample) {
            top.getChildren().add(banner());
        }
        top.getChildren().add(new PinnedBar(desk));
        desk.background().latest("store-state", () -> desk.session().storeFacts(), facts -> {
            if (!facts.writable()) {
                top.getChildren().add(readOnly(facts));
            }
        });
        frame.setTop(top);
        frame.setLeft(rail);
        frame.setBottom(status);
        stage.getStyleClass().add("stage");
        return frame;
    }

    private HBox bar() {
        Button open = Buttons.withKey(
                Buttons.main("mdi2f-file-import-outline", desk.text("imports.files"), this::chooseFiles),
                desk.text("imports.files"),
                desk.keysOf(KeyAct.IMPORT));
        open.setId("import");
        Button evidence = Buttons.withKey(
                Buttons.of("mdi2f-file-certificate-outline", desk.text("evidence.open"), this::makeEvidence),
                desk.text("shell.evidence"),
                desk.keysOf(KeyAct.EVIDENCE));
        evidence.setId("evidence-of-view");
        evidence.setAccessibleText(desk.text("shell.evidence"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(6, back, forward, find, gap, Changing.button(desk, open), evidence);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("bar");
        // Where the text is large and the window small, its icon has to do.
        evidence.contentDisplayProperty()
                .bind(Bindings.createObjectBinding(
                        () -> bar.getWidth()
                                        < ROOM_FOR_WORDS * evidence.getFont().getSize()
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT,
                        bar.widthProperty(),
                        evidence.fontProperty()));
        return bar;
    }

    /** A damaged or write-protected store says so for as long as it is open. */
    private HBox readOnly(StoreFacts facts) {
        Label words = new Label(
                desk.text(facts.damaged() ? "shell.damaged" : "shell.readonly"), new FontIcon("mdi2a-alert-outline"));
        words.setId("read-only");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = Buttons.of(
                "mdi2d-database-outline",
                desk.text(facts.damaged() ? "shell.store" : "shell.readonly.why"),
                () -> go(new Place.Data(Place.Data.Part.STORE)));
        HBox banner = new HBox(12, words, gap, more);
        if (facts.readByChoice()) {
            Button work = Buttons.of(
                    "mdi2b-book-open-outline", desk.text("store.towork"), new StoreAccess(desk, acts::replaced)::turn);
            work.setId("read-only-end");
            banner.getChildren().add(work);
        }
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("banner");
        return banner;
    }

    private HBox banner() {
        Label words = new Label("", new FontIcon("mdi2f-flask-outline"));
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> desk.text(
                                "shell.sample",
                                desk.formats().full(desk.picture().getValue().now())),
                        desk.picture()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox banner = new HBox(
                12, words, gap, Buttons.of("mdi2a-arrow-left", desk.text("shell.sample.leave"), acts::leaveSample));
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("banner");
        return banner;
    }

    /** Goes somewhere and remembers where the person was. */
    void go(Place place) {
        if (place instanceof Place.Resend resend) {
            new ResendSheet(desk, resend).open();
            return;
        }
        if (place instanceof Place.Pin pin) {
            new PinSheet(views.cases(), desk, pin).open();
            return;
        }
        if (place instanceof Place.Export rows) {
            new ExportSheet(desk, rows).open();
            return;
        }
        if (place instanceof Place.Evidence about) {
            evidence.begin(about.within(pins.heldProperty().get()));
            return;
        }
        evidence.openProperty().set(false);
        sheets.close();
        trail.go(place);
        show(place);
    }

    /** Goes to what was searched for: the way there does not begin at what was looked at before. */
    private void goAfresh(Place place) {
        evidence.openProperty().set(false);
        sheets.close();
        trail.begin(place);
        show(place);
    }

    void back() {
        trail.back().ifPresent(this::again);
    }

    void forward() {
        trail.forward().ifPresent(this::again);
    }

    private void show(Place place) {
        stage(place, Views.Staged::focus);
    }

    /** Shows a place once more, with the cursor where the person left it. */
    private void again(Place place) {
        stage(place, staged -> () -> cursors.back(staged.view(), staged.focus()));
    }

    private void stage(Place place, Function<Views.Staged, Runnable> focus) {
        moving = true;
        Node before = stage.getChildren().isEmpty() ? null : stage.getChildren().getFirst();
        if (before != null) {
            cursors.leave(before);
        }
        Views.Staged staged = views.at(place);
        if (!staged.view().equals(before)) {
            second.changed();
        }
        stage.getChildren().setAll(staged.view());
        desk.background().later(staged.view().equals(before) ? staged.focus() : focus.apply(staged));
        moving = false;
        rail.show(place instanceof Place.Activity ? place : trail.origin().orElse(place));
        arrows();
    }

    private void arrows() {
        back.setDisable(!trail.canGoBack());
        forward.setDisable(!trail.canGoForward());
        crumbs.show(trail.here(), trail.origin());
    }

    /** Imports files and folders, and shows how it goes; a case that a colleague gave is opened among the cases. */
    public void importFiles(List<Path> files) {
        List<Path> cases = files.stream().filter(CasesModel::isGiven).toList();
        List<Path> exports = files.stream().filter(f -> !cases.contains(f)).toList();
        if (!cases.isEmpty()) {
            go(new Place.Cases());
            views.cases().takeIn(cases);
        }
        if (!exports.isEmpty()) {
            go(new Place.Data(Place.Data.Part.IMPORTS));
            views.imports().importFiles(exports);
        }
    }

    void chooseFiles() {
        importFiles(desk.files().filesToRead(desk.text("imports.files")));
    }

    void chooseFolder() {
        desk.files().folderToRead(desk.text("imports.folder")).ifPresent(f -> importFiles(List.of(f)));
    }

    /** Imports what was copied elsewhere: files, or the text of an export. */
    void pasteExport() {
        List<Path> files = PastedExport.files();
        if (files.isEmpty()) {
            desk.notices().tell(desk.text("imports.paste.nothing"));
        }
        importFiles(files);
    }

    void focusFind() {
        find.open();
    }

    void focusFilter() {
        if (stage.getChildren().contains(views.invalidView())) {
            views.invalidView().focusFilter();
        } else {
            go(views.activity().placeProperty().get());
            desk.background().later(views.activityView()::focusFilter);
        }
    }

    /** Makes the text so many steps larger; no step is the usual size. */
    void textLarger(int steps) {
        acts.wear(steps == 0 ? acts.look().sized(100) : acts.look().larger(steps));
    }

    /** Where the person is. */
    public Place here() {
        return trail.here();
    }

    /** Pins the chosen messages to a case. */
    void pin() {
        stage.getChildren().stream()
                .filter(PinSubject.class::isInstance)
                .map(v -> ((PinSubject) v).pin())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(this::go, () -> toasts.tell(desk.text("cases.pin.nothing")));
    }

    /** Writes the rows that are shown to a file. */
    void export() {
        stage.getChildren().stream()
                .filter(ExportSubject.class::isInstance)
                .map(v -> ((ExportSubject) v).export())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(this::go, () -> toasts.tell(desk.text("export.nothing")));
    }

    /** Makes evidence of what is shown. */
    void makeEvidence() {
        Place.Evidence about = stage.getChildren().stream()
                .filter(EvidenceSubject.class::isInstance)
                .map(v -> ((EvidenceSubject) v).evidence())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (about == null) {
            toasts.tell(desk.text("evidence.nothing"));
        } else {
            go(about);
        }
    }

    /** The cursor into the next part of the window, or the one before. */
    void nextPart(int by) {
        new Parts(rail, find, stage.getChildren().getFirst(), status)
                .step(by, getScene().getFocusOwner());
    }

    /** Help about what is shown. */
    void help() {
        help(HelpPage.at(here()));
    }

    /** A page of the help. */
    void help(HelpPage page) {
        help.open(page, getScene().getWindow(), acts.look());
    }

    void toggleDetails() {
        views.activityView().toggleDetails();
    }

    /** The view before or after this one on the rail. */
    void neighbour(int step) {
        go(rail.neighbour(step));
    }

    /** Whether the first page is shown, where a person stands who has not gone anywhere yet. */
    public boolean isAtStart() {
        return stage.getChildren().contains(views.at(new Place.Start()).view());
    }

    /** Whether an import runs. */
    public boolean isImporting() {
        return views.imports().runningProperty().get();
    }

    /** Gives up the files of a running import; those that are whole stay. */
    public void giveUpImports() {
        views.imports().giveUpAll();
    }

    /** Shows a newer picture. */
    public void show(Picture newer) {
        newest = newer;
        see();
    }

    /** Every view sees the newest data under the pinned filters, in the wanted zone. */
    private void see() {
        boolean plain = pins.heldProperty().get() instanceof Filter.All
                && newest.zone().equals(desk.formats().zone());
        picture.set(
                plain
                        ? newest
                        : newest.seen(pins.heldProperty().get(), desk.formats().zone()));
    }

    private void tellTimesIn(ZoneId zone) {
        desk.formats().tellTimesIn(zone);
        see();
    }

    /** The views of the log by name. */
    Map<String, Place.Activity> savedViews() {
        return views.activityView().views();
    }

    /** The zone of times, asked for by its name. */
    void askZone() {
        zones.askCompany();
    }

    /** Whether a sheet stands over the views and waits. */
    boolean isCovered() {
        return sheets.isDisplay();
    }

    /** Whether the sample's data is shown. */
    boolean isSample() {
        return sample;
    }

    void toggleUtc() {
        zones.toggleUtc();
    }

    /** Tells the person something. */
    public Notices notices() {
        return toasts;
    }

    /** Puts what support needs on the clipboard: the program, the computer and the journal, without personal data. */
    void copyReport() {
        toasts.copyReport(null);
    }

    /** Everything that was told in this window, oldest first. */
    List<Toasts.Said> said() {
        return toasts.said();
    }

    /** Goes to a place by itself, e.g. when the sample is read; what was told before is put away with it. */
    public void open(Place place) {
        assert Platform.isFxApplicationThread();
        toasts.putAway();
        go(place);
    }
}
