package dev.rebound.console.shell;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Toggles;
import dev.rebound.console.kit.keys.Stop;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views, always with icon and text. */
final class Rail extends VBox {
    private final Map<Stop, ToggleButton> buttons = new EnumMap<>(Stop.class);
    private final ToggleGroup group = new ToggleGroup();
    private Stop here = Stop.START;

    Rail(Desk desk) {
        super(2);
        getStyleClass().add("rail");
        setId("rail");
        Stop.numbered().forEach(stop -> add(desk, stop));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        add(desk, Stop.SETTINGS);
    }

    /** Where a view begins. */
    static Place place(Stop stop) {
        return switch (stop) {
            case START -> new Place.Start();
            case ACTIVITY -> new Place.Activity(ActivityModel.LATEST);
            case CAMPAIGNS -> new Place.Campaigns("");
            case INVALID -> new Place.Invalid(Place.Invalid.Tab.ALL);
            case INCIDENTS -> new Place.Incidents();
            case COMPARE -> new Place.Compare("");
            case CASES -> new Place.Cases();
            case DATA -> new Place.Data(Place.Data.Part.IMPORTS);
            case SETTINGS -> new Place.Settings();
        };
    }

    private void add(Desk desk, Stop stop) {
        ToggleButton button = Toggles.byArrows(new ToggleButton(desk.text(stop.title()), new FontIcon(stop.icon())));
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setId("rail-" + stop.code());
        button.setTooltip(new Tooltip(desk.text(stop.title()) + "  (" + desk.keysOf(stop.keys()) + ")"));
        button.setOnAction(e -> {
            button.setSelected(true);
            desk.navigator().go(place(stop));
        });
        buttons.put(stop, button);
        getChildren().add(button);
    }

    void show(Place shown) {
        Class<? extends Place> kind = shown instanceof Place.Message || shown instanceof Place.Address
                ? Place.Activity.class
                : shown.getClass();
        buttons.forEach((stop, button) -> {
            if (place(stop).getClass() == kind) {
                here = stop;
                button.setSelected(true);
            }
        });
    }

    Place neighbour(int step) {
        Stop[] all = Stop.values();
        return place(all[Math.floorMod(here.ordinal() + step, all.length)]);
    }
}
