package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.EvidenceSubject;
import dev.rebound.console.kit.Place;
import dev.rebound.evidence.Audience;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The log: filter above, facets left, messages in the middle, the chosen message beneath or beside. */
public final class ActivityView extends BorderPane implements EvidenceSubject {
    private static final double SIDE_FROM = 1400;

    private final ActivityModel model;
    private final Desk desk;
    private final FilterBar filter;
    private final MessageTableView table;
    private final SplitPane split;
    private final MessagePane pane;

    /** The view of a model. */
    public ActivityView(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        filter = new FilterBar(model, desk);
        table = new MessageTableView(model, desk);
        pane = new MessagePane(model, desk);
        split = new SplitPane(table, pane);
        split.setDividerPositions(0.46);
        getStyleClass().add("view");
        setTop(new VBox(6, heading(), filter, new TimeBars(model, desk)));
        setLeft(new FacetPane(model, desk));
        setCenter(split);
        widthProperty().addListener((o, before, now) -> arrange(now.doubleValue()));
        arrange(0);
    }

    private void arrange(double width) {
        split.setOrientation(width >= SIDE_FROM ? Orientation.HORIZONTAL : Orientation.VERTICAL);
    }

    private HBox heading() {
        Label title = new Label(desk.text("activity.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label total = new Label();
        total.setId("activity-total");
        total.getStyleClass().add(Styles.TEXT_MUTED);
        model.resultProperty()
                .addListener((o, before, now) -> total.setText(
                        now == null
                                ? ""
                                : desk.text("activity.total", desk.formats().count(now.total()))));
        Button export = Buttons.of("mdi2e-export-variant", desk.text("activity.export"), this::export);
        export.setId("export");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, title, total, gap, export);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private void export() {
        desk.files()
                .fileToWrite(desk.text("activity.export"), "messages.csv")
                .ifPresent(file -> model.export(
                        file, () -> desk.notices().tell(desk.text("activity.exported", file.getFileName()))));
    }

    /** Shows or hides the message beneath the list. */
    public void toggleDetails() {
        if (!split.getItems().remove(pane)) {
            split.getItems().add(pane);
        }
    }

    /** Puts the cursor into the filter. */
    public void focusFilter() {
        filter.takeFocus();
    }

    @Override
    public Place.@Nullable Evidence evidence() {
        ActivityResult shown = model.resultProperty().get();
        if (shown == null || shown.total() == 0) {
            return null;
        }
        String text = shown.filter().toText();
        return new Place.Evidence(
                text.isEmpty() ? desk.text("activity.title") : text, shown.filter(), Audience.CUSTOMER);
    }

    /** Puts the cursor into the list. */
    public void focusList() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }
}
