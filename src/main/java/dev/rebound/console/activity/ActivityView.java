package dev.rebound.console.activity;

import dev.rebound.console.kit.Cursor;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.ExportSubject;
import dev.rebound.console.kit.PinSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.console.kit.Splits;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.story.StoryPane;
import dev.rebound.evidence.Audience;
import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The log: filter above, facets left, messages in the middle, the chosen message beneath or beside. */
public final class ActivityView extends BorderPane implements EvidenceSubject, ExportSubject, PinSubject {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** A case is read by a person. */
    private static final int MOST_PINS = 500;

    private static final double SIDE_FROM = 1400;
    private static final double USUAL_LINE = 0.46;
    private static final String PANE = "log.pane";

    private final ActivityModel model;
    private final Desk desk;
    private final Cursor cursor = new Cursor();
    private final FilterBar filter;
    private final LogHeading heading;
    private final LogTable table;
    private final GroupTable groups;
    private final StackPane list;
    private final SplitPane split;
    private final StoryPane story;
    private final StackPane pane;
    private double[] line = {USUAL_LINE};

    /** The view of a model. */
    public ActivityView(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        filter = new FilterBar(model, desk);
        table = new LogTable(model, desk);
        groups = new GroupTable(model, desk);
        story = new StoryPane(desk).opening(model.placeProperty()::get);
        heading = new LogHeading(model, desk, this::turnPane, this::writeRows);
        SelectionSummary summary = new SelectionSummary(model, desk);
        pane = new StackPane(story, summary);
        list = new StackPane(table, groups);
        split = new SplitPane(list, pane);
        Splits.remember(split, "log", desk.remembered(), USUAL_LINE);
        SplitPane.setResizableWithParent(pane, true);
        getStyleClass().add("view");
        setTop(new VBox(6, heading, filter, new TimeBars(model, desk), new NewerBar(model, desk)));
        setLeft(new FacetPane(model, desk));
        setCenter(split);
        model.toldProperty().addListener((o, before, now) -> story.show(now));
        model.selectionProperty().addListener((o, before, now) -> {
            summary.setVisible(now.isSeveral());
            story.setVisible(!now.isSeveral());
        });
        summary.setVisible(false);
        model.problemProperty().addListener((o, before, now) -> pseudoClassStateChanged(STALE, now != null));
        model.byProperty().addListener((o, before, now) -> {
            arrange();
            if (heading.isGrouping()) {
                focusList();
            }
        });
        model.watchedProperty().bind(sceneProperty().isNotNull());
        widthProperty().addListener((o, before, now) -> arrange());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(RawWanted.TYPE, e -> story.showRaw());
        addEventHandler(PinWanted.TYPE, e -> pinRows());
        arrange();
    }

    private void arrange() {
        boolean grouped = model.byProperty().get() != Grouping.NONE;
        table.setVisible(!grouped);
        groups.setVisible(grouped);
        String wanted = desk.remembered().get(PANE).orElse("");
        double window = getScene() == null ? 0 : getScene().getWidth();
        boolean side = wanted.isEmpty() ? window >= SIDE_FROM : wanted.equals("side");
        split.setOrientation(side ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    }

    /** Beside or beneath: the person's choice wins over the width of the window, and is kept. */
    private void turnPane() {
        desk.remembered().put(PANE, split.getOrientation() == Orientation.VERTICAL ? "side" : "below");
        arrange();
    }

    private void key(KeyEvent e) {
        boolean inText = e.getTarget() instanceof javafx.scene.control.TextInputControl;
        boolean grouped = groups.isVisible();
        if (desk.keys().matches(KeyAct.SAVE_VIEW, e)) {
            heading.saveView();
        } else if (desk.keys().matches(KeyAct.GROUP, e)) {
            heading.showGroups();
        } else if (desk.keys().matches(KeyAct.RAW, e)) {
            story.showRaw();
        } else if (desk.keys().matches(KeyAct.AGAIN, e)) {
            model.again();
        } else if (COPY.match(e) && !inText && !grouped) {
            new Copying(table, model, desk).copy(CopyFormat.TEXT, table.currentColumn());
        } else if (desk.keys().matches(KeyAct.COPY_AS, e) && !grouped) {
            copyAs();
        } else if (desk.keys().matches(KeyAct.ROW_BEFORE, e)) {
            table.step(-1);
        } else if (desk.keys().matches(KeyAct.ROW_AFTER, e)) {
            table.step(1);
        } else {
            return;
        }
        e.consume();
    }

    private void copyAs() {
        ContextMenu menu = new ContextMenu();
        menu.setId("copy-as");
        menu.getItems().setAll(new Copying(table, model, desk).items(table.currentColumn()));
        Node owner = table;
        menu.show(owner, javafx.geometry.Side.TOP, 40, 60);
    }

    private void pinRows() {
        Place.Pin rows = pin();
        if (rows != null) {
            desk.navigator().go(rows);
        }
    }

    private void writeRows() {
        Place.Export rows = export();
        if (rows != null) {
            desk.navigator().go(rows);
        }
    }

    @Override
    public Place.@Nullable Pin pin() {
        ActivityResult shown = model.resultProperty().get();
        Selection chosen = model.selectionProperty().get();
        if (shown == null || (!chosen.all() && chosen.rows().isEmpty())) {
            return null;
        }
        int[] messages = (chosen.all() ? Arrays.stream(model.listed()).mapToObj(shown::row) : chosen.rows().stream())
                .mapToInt(r -> r.message().message())
                .filter(m -> m >= 0)
                .distinct()
                .limit(MOST_PINS)
                .toArray();
        return messages.length == 0
                ? null
                : new Place.Pin(messages, shown.filter().toText());
    }

    @Override
    public Place.@Nullable Export export() {
        ActivityResult shown = model.resultProperty().get();
        if (shown == null || shown.total() == 0) {
            return null;
        }
        String text = shown.filter().toText();
        int[] all = model.listed();
        return new Place.Export(
                text.isEmpty() ? desk.text("activity.title") : text,
                text,
                all.length,
                table.shown().stream().map(LogColumn::exported).toList(),
                rows -> shown.events()
                        ? rows.events(
                                shown.picture(),
                                all,
                                Arrays.stream(all)
                                        .map(shown.picture().eventLog()::messageOf)
                                        .toArray())
                        : rows.messages(shown.picture(), all));
    }

    /** Shows or hides the message beneath the list. */
    public void toggleDetails() {
        double[] places = split.getDividerPositions();
        if (split.getItems().remove(pane)) {
            line = places;
        } else {
            split.getItems().add(pane);
            split.setDividerPositions(line);
        }
    }

    /** The views that can be shown, by name: those that everybody has, and the operator's own. */
    public java.util.Map<String, Place.Activity> views() {
        return heading.views();
    }

    /** Puts the cursor into the filter. */
    public void focusFilter() {
        cursor.elsewhere();
        filter.takeFocus();
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        ActivityResult shown = model.resultProperty().get();
        if (shown == null || shown.total() == 0 || shown.events()) {
            return null;
        }
        String text = shown.filter().toText();
        return new Place.Evidence(
                text.isEmpty() ? desk.text("activity.title") : text, shown.filter(), Audience.CUSTOMER);
    }

    /** Puts the cursor into the list. */
    public void focusList() {
        if (model.byProperty().get() != Grouping.NONE) {
            cursor.into(groups);
            return;
        }
        cursor.into(table);
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }
}
