package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Tabs;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** The data's tabs above the one that is looked at. */
public final class DataView extends BorderPane {
    private final Tabs<Place.Data.Part> tabs;
    private final Map<Place.Data.Part, Node> parts = new EnumMap<>(Place.Data.Part.class);

    /**
     * The view of a desk's data; the imports have a view of their own.
     *
     * @param replaced is told the sentence for the person when other data took the place of what was shown
     * @param places names the data's folder at the next start; empty where the data stays where it is
     * @param keys may keep the store's password
     */
    public DataView(Desk desk, Node imports, Consumer<String> replaced, Optional<DataFolder> places, KeyStore keys) {
        parts.put(Place.Data.Part.IMPORTS, imports);
        parts.put(Place.Data.Part.COVERAGE, new CoverageView(desk));
        parts.put(Place.Data.Part.JOINS, new JoinsView(desk));
        parts.put(Place.Data.Part.DUPLICATES, new DuplicatesView(desk));
        parts.put(Place.Data.Part.READING, new ReadingView(desk));
        parts.put(Place.Data.Part.DECISIONS, new DecisionsView(desk));
        parts.put(Place.Data.Part.PRIVACY, new PrivacyView(desk));
        parts.put(Place.Data.Part.RETENTION, new RetentionView(desk));
        parts.put(Place.Data.Part.STORE, new StoreView(desk, replaced, places, keys));
        tabs = new Tabs<>(
                List.of(Place.Data.Part.values()),
                t -> desk.text("data.tab." + t.name().toLowerCase(Locale.ROOT)),
                t -> desk.navigator().go(new Place.Data(t)));
        Label title = new Label(desk.text("data.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        WrappingLine heading = new WrappingLine(14, title, tabs);
        heading.getStyleClass().add("view-heading");
        getStyleClass().add("view");
        setTop(heading);
        show(Place.Data.Part.IMPORTS);
    }

    /** Puts the cursor on the tab that is shown. */
    public void takeFocus() {
        tabs.takeFocus();
    }

    /** Whether somebody goes along the tabs: then the cursor is not taken from them. */
    public boolean isWalked() {
        return tabs.areWalked();
    }

    /** Shows a tab. */
    public void show(Place.Data.Part tab) {
        tabs.show(tab);
        setCenter(Objects.requireNonNull(parts.get(tab)));
    }
}
