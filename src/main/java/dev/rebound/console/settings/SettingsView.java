package dev.rebound.console.settings;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Appearance;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Density;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Motion;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.kit.Toggles;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings on one page. */
public final class SettingsView extends BorderPane {
    private final Desk desk;
    private final Appearance appearance;
    private final Slider size = new Slider(Look.LEAST, Look.MOST, 100);
    private final Label percent = new Label();
    private final List<Runnable> refreshes = new ArrayList<>();
    private @Nullable Node first;

    /**
     * The settings of a program.
     *
     * @param chooseZone asks for the zone in which times are told
     */
    public SettingsView(Desk desk, Appearance appearance, Runnable chooseZone) {
        this.desk = desk;
        this.appearance = appearance;
        getStyleClass().add("view");
        setId("settings");
        Label title = new Label(desk.text("settings.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(USE_PREF_SIZE);
        setTop(title);
        GridPane grid = new GridPane(24, 18);
        grid.getStyleClass().add("settings");
        row(grid, 0, "settings.theme", theme());
        row(grid, 1, "settings.density", density());
        row(grid, 2, "settings.text", text());
        row(grid, 3, "settings.language", language());
        row(grid, 4, "settings.zone", zone(chooseZone));
        row(grid, 5, "settings.mask", mask());
        row(grid, 6, "settings.motion", motion());
        row(grid, 7, "settings.keys", keys());
        row(grid, 8, "settings.data", data());
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private void row(GridPane grid, int row, String key, Node content) {
        Label name = new Label(desk.text(key));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        grid.addRow(row, name, content);
    }

    private <T> Node radios(
            String id, List<T> values, Function<T, String> code, String key, T chosen, Consumer<T> take) {
        ToggleGroup group = new ToggleGroup();
        FlowPane line = new FlowPane(18, 8);
        for (T value : values) {
            RadioButton button = Toggles.byArrows(new RadioButton(desk.text(key + code.apply(value))));
            button.setId(id + "-" + code.apply(value));
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen));
            button.setOnAction(e -> take.accept(value));
            line.getChildren().add(button);
            if (first == null) {
                first = button;
            }
        }
        return line;
    }

    private Node theme() {
        return radios(
                "theme",
                List.of(Theme.values()),
                Theme::code,
                "menu.theme.",
                appearance.look().theme(),
                t -> appearance.wear(appearance.look().in(t)));
    }

    private Node density() {
        return radios(
                "density",
                List.of(Density.values()),
                Density::code,
                "settings.density.",
                appearance.look().density(),
                d -> appearance.wear(appearance.look().in(d)));
    }

    private Node motion() {
        Label words = Sheet.sentence(desk.text("settings.motion.words"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        return new VBox(
                4,
                radios(
                        "motion",
                        List.of(Motion.values()),
                        Motion::code,
                        "settings.motion.",
                        appearance.look().motion(),
                        m -> appearance.wear(appearance.look().moving(m))),
                words);
    }

    private Node text() {
        size.setId("text-size");
        size.setAccessibleText(desk.text("settings.text"));
        size.setBlockIncrement(10);
        size.setMajorTickUnit(20);
        size.setMinorTickCount(1);
        size.setSnapToTicks(true);
        size.setShowTickMarks(true);
        size.setPrefWidth(320);
        size.setValue(appearance.look().textPercent());
        size.valueProperty().addListener((o, before, now) -> {
            percent.setText(desk.formats().wholePercent(now.intValue()));
            if (!size.isValueChanging()) {
                wear(now.intValue());
            }
        });
        size.valueChangingProperty().addListener((o, was, is) -> {
            if (!is) {
                wear((int) size.getValue());
            }
        });
        percent.setText(desk.formats().wholePercent((int) size.getValue()));
        refreshes.add(() -> size.setValue(appearance.look().textPercent()));
        HBox line = new HBox(14, size, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        Label keys = Sheet.sentence(desk.text("settings.text.keys"));
        keys.getStyleClass().add(Styles.TEXT_MUTED);
        return new VBox(4, line, keys);
    }

    private void wear(int wanted) {
        int rounded = Math.round(wanted / 10f) * 10;
        if (rounded != appearance.look().textPercent()) {
            appearance.wear(appearance.look().sized(rounded));
        }
    }

    private Node language() {
        return radios(
                "language",
                List.of(Language.values()),
                Language::code,
                "menu.language.",
                Language.of(desk.words().locale().getLanguage()),
                l -> appearance.speak(l.locale()));
    }

    private Node zone(Runnable choose) {
        Label words = Sheet.sentence("");
        words.setId("settings-zone");
        Runnable tell = () -> words.setText(
                desk.text("settings.zone.words", Formats.name(desk.formats().zone()), desk.keysOf(KeyAct.UTC)));
        desk.picture().addListener((o, before, now) -> tell.run());
        tell.run();
        Button other = Buttons.of("mdi2c-clock-outline", desk.text("shell.zone.choose"), choose);
        other.setId("settings-zone-choose");
        return new VBox(8, words, other);
    }

    private Node mask() {
        CheckBox box = new CheckBox(desk.text("settings.mask.words"));
        box.setId("mask");
        box.setWrapText(true);
        box.setSelected(appearance.isMasked());
        box.setOnAction(e -> appearance.mask(box.isSelected()));
        return box;
    }

    private Node keys() {
        Label words = Sheet.sentence(desk.text("settings.keys.words"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        Button change = Buttons.of(
                "mdi2k-keyboard-settings-outline",
                desk.text("keys.change"),
                () -> new KeysSheet(desk, appearance).open());
        change.setId("change-keys");
        return new VBox(8, words, change);
    }

    private Node data() {
        Label words =
                Sheet.sentence(desk.text("settings.data.words", desk.session().folder()));
        return new VBox(
                8,
                words,
                Buttons.of(
                        "mdi2b-book-cog-outline",
                        desk.text("settings.data.reading"),
                        () -> desk.navigator().go(new Place.Data(Place.Data.Part.READING))));
    }

    /** Puts the cursor on the first choice; sizes changed by keys are shown. */
    public void focusFirst() {
        refreshes.forEach(Runnable::run);
        if (first != null) {
            first.requestFocus();
        }
    }
}
