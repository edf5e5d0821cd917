package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.console.kit.Toggles;
import dev.rebound.console.kit.WrappingLine;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the log: which view it is, how many rows, messages or events, grouping, export. */
final class LogHeading extends WrappingLine {
    private final ActivityModel model;
    private final Desk desk;
    private final ViewMenu views;
    private final MenuButton groups = new MenuButton();

    LogHeading(ActivityModel model, Desk desk, Runnable turnPane, Runnable writeRows) {
        super(8);
        this.model = model;
        this.desk = desk;
        views = new ViewMenu(model, desk);
        Label title = new Label(desk.text("activity.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        Label total = new Label();
        total.setId("activity-total");
        total.setMinWidth(USE_PREF_SIZE);
        total.getStyleClass().add(Styles.TEXT_MUTED);
        model.resultProperty()
                .addListener((o, before, now) -> total.setText(
                        now == null
                                ? ""
                                : desk.text(now.events() ? "activity.total.events" : "activity.total", now.total())));
        Button export = Buttons.of("mdi2e-export-variant", desk.text("activity.export"), writeRows);
        export.setId("export");
        Button turn = Buttons.icon("mdi2p-page-layout-sidebar-right", desk.text("activity.pane.turn"), turnPane);
        turn.setId("turn-pane");
        getChildren().setAll(title, views, total, spring(), kinds(), grouping(), turn, export);
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton messages = kind("activity.messages", Styles.LEFT_PILL, group, false);
        ToggleButton events = kind("activity.events", Styles.RIGHT_PILL, group, true);
        messages.setId("mode-messages");
        events.setId("mode-events");
        model.eventsProperty().addListener((o, before, now) -> (now ? events : messages).setSelected(true));
        (model.eventsProperty().get() ? events : messages).setSelected(true);
        return new HBox(messages, events);
    }

    private ToggleButton kind(String key, String style, ToggleGroup group, boolean ofEvents) {
        ToggleButton button = Toggles.byArrows(new ToggleButton(desk.text(key)));
        button.setToggleGroup(group);
        button.getStyleClass().addAll(style, Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            model.eventsProperty().set(ofEvents);
        });
        return button;
    }

    private MenuButton grouping() {
        groups.setId("group-by");
        groups.setGraphic(new FontIcon("mdi2g-group"));
        groups.setMinWidth(USE_PREF_SIZE);
        for (Grouping by : Grouping.values()) {
            groups.getItems()
                    .add(MenuItems.of(name(by), () -> model.byProperty().set(by)));
        }
        model.byProperty().addListener((o, before, now) -> title(now));
        title(model.byProperty().get());
        return groups;
    }

    private void title(Grouping by) {
        groups.setText(by == Grouping.NONE ? desk.text("activity.group") : name(by));
        groups.pseudoClassStateChanged(Styles.STATE_ACCENT, by != Grouping.NONE);
    }

    private String name(Grouping by) {
        return desk.text("activity.group." + by.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the cursor stands on the choice of groups. */
    boolean isGrouping() {
        return groups.isFocused();
    }

    void showGroups() {
        groups.requestFocus();
        groups.show();
    }

    java.util.Map<String, dev.rebound.console.kit.Place.Activity> views() {
        return views.all();
    }

    void saveView() {
        views.save();
    }
}
