package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.activity.SavedViews.View;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.javafx.FontIcon;

/** The views of the log by name, and what of time they mean: a span that moves with the data, or one that stays. */
final class ViewMenu extends MenuButton {
    private final ActivityModel model;
    private final Desk desk;
    private final SavedViews views;

    ViewMenu(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.views = new SavedViews(desk.remembered());
        setId("views");
        getStyleClass().add(Styles.FLAT);
        setMinWidth(USE_PREF_SIZE);
        setGraphic(new FontIcon("mdi2b-bookmark-outline"));
        setOnShowing(e -> fill());
        model.placeProperty().addListener((o, before, now) -> title());
        fill();
        title();
    }

    private void fill() {
        getItems().clear();
        for (View view : SavedViews.builtIn()) {
            getItems().add(MenuItems.of(name(view) + "   " + time(view.place()), () -> model.show(view.place())));
        }
        getItems().add(new SeparatorMenuItem());
        for (View view : views.own()) {
            getItems()
                    .add(MenuItems.of(
                            "mdi2s-star-outline",
                            view.name() + "   " + time(view.place()),
                            () -> model.show(view.place())));
        }
        getItems().add(MenuItems.withKeys(desk.text("activity.views.save"), desk.keysOf(KeyAct.SAVE_VIEW), this::save));
        if (!views.own().isEmpty()) {
            Menu forget = new Menu(desk.text("activity.views.forget"));
            for (View view : views.own()) {
                forget.getItems().add(MenuItems.of(view.name(), () -> forget(view)));
            }
            getItems().add(forget);
        }
    }

    /** Every view by its name, the operator's own first. */
    Map<String, Place.Activity> all() {
        Map<String, Place.Activity> all = new LinkedHashMap<>();
        views.own().forEach(v -> all.put(name(v), v.place()));
        SavedViews.builtIn().forEach(v -> all.putIfAbsent(name(v), v.place()));
        return all;
    }

    private void forget(View view) {
        views.forget(view.name());
        title();
        desk.notices().offer(desk.text("activity.views.forgotten", view.name()), desk.text("changes.undo"), () -> {
            views.save(view.name(), view.place());
            title();
        });
    }

    private String name(View view) {
        return view.own() ? view.name() : desk.text("activity.view." + view.name());
    }

    private void title() {
        Place.Activity here = model.placeProperty().get();
        setText(views.of(here).map(this::name).orElse(desk.text("activity.views.unnamed")));
    }

    /** Whether a view's time moves with the data or stays. */
    private String time(Place.Activity place) {
        return desk.text("activity.when." + when(place));
    }

    private static String when(Place.Activity place) {
        Filter filter;
        try {
            filter = dev.rebound.filter.FilterParser.parse(place.filter());
        } catch (dev.rebound.filter.FilterSyntaxException e) {
            return "always";
        }
        String when = "always";
        for (Filter chip : filter.chips()) {
            if (chip instanceof Filter.Term t && t.field().kind() == Field.Kind.TIME) {
                boolean relative = t.match() instanceof Match.Exact e
                        && (e.value().startsWith("-") || e.value().matches("(?i)today|yesterday|aujourd'hui|hier"));
                when = relative ? "relative" : "fixed";
            }
        }
        return when;
    }

    /** Asks for a name and keeps what is shown. */
    void save() {
        Place.Activity here = model.placeProperty().get().choosing(null);
        TextField name =
                new TextField(views.of(here).filter(View::own).map(View::name).orElse(""));
        name.setId("view-name");
        name.setPromptText(desk.text("activity.views.name"));
        name.setAccessibleText(desk.text("activity.views.name"));
        Label what = Sheet.sentence(here.filter().isEmpty() ? desk.text("activity.view.all") : here.filter());
        what.getStyleClass().add("mono");
        Sheet sheet = new Sheet(
                desk,
                desk.text("activity.views.save"),
                460,
                name,
                what,
                Sheet.sentence(desk.text("activity.views.when." + when(here))));
        sheet.deciding("mdi2b-bookmark-plus-outline", desk.text("activity.views.keep"), () -> {
            if (!name.getText().isBlank()) {
                views.save(name.getText(), here);
                title();
                desk.notices()
                        .tell(desk.text("activity.views.kept", name.getText().strip()));
            }
        });
        sheet.open(name);
    }
}
