package dev.rebound.console.shell;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Toggles;
import dev.rebound.console.kit.keys.KeyAct;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views, always with icon and text. */
final class Rail extends VBox {
    /** One view of the rail. */
    private record Stop(Class<? extends Place> kind, Place place, ToggleButton button) {}

    private final List<Stop> stops = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private int here;

    Rail(Desk desk) {
        super(2);
        getStyleClass().add("rail");
        setId("rail");
        add(desk, "mdi2h-home-outline", "start.title", new Place.Start());
        add(desk, "mdi2f-format-list-bulleted", "activity.title", new Place.Activity(ActivityModel.LATEST));
        add(desk, "mdi2c-chart-bar", "campaigns.title", new Place.Campaigns(""));
        add(desk, "mdi2a-account-cancel-outline", "invalid.title", new Place.Invalid(Place.Invalid.Tab.ALL));
        add(desk, "mdi2f-flag-outline", "incidents.title", new Place.Incidents());
        add(desk, "mdi2s-scale-balance", "compare.title", new Place.Compare(""));
        add(desk, "mdi2n-notebook-outline", "cases.title", new Place.Cases());
        add(desk, "mdi2d-database-outline", "data.title", new Place.Data(Place.Data.Part.IMPORTS));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        add(desk, "mdi2c-cog-outline", "settings.title", new Place.Settings());
    }

    private void add(Desk desk, String icon, String key, Place place) {
        ToggleButton button = Toggles.byArrows(new ToggleButton(desk.text(key), new FontIcon(icon)));
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setId("rail-" + key.substring(0, key.indexOf('.')));
        button.setTooltip(new Tooltip(desk.text(key) + "  ("
                + desk.keysOf(stops.size() < KeyAct.VIEWS.size() ? KeyAct.VIEWS.get(stops.size()) : KeyAct.SETTINGS)
                + ")"));
        button.setOnAction(e -> {
            button.setSelected(true);
            desk.navigator().go(place);
        });
        stops.add(new Stop(place.getClass(), place, button));
        getChildren().add(button);
    }

    void show(Place place) {
        Class<? extends Place> kind = place instanceof Place.Message || place instanceof Place.Address
                ? Place.Activity.class
                : place.getClass();
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).kind() == kind) {
                here = i;
                stops.get(i).button().setSelected(true);
            }
        }
    }

    /** The view of a number, from 0. */
    Place place(int number) {
        return stops.get(number).place();
    }

    Place neighbour(int step) {
        return stops.get(Math.floorMod(here + step, stops.size())).place();
    }
}
