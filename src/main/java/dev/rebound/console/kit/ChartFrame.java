package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import dev.rebound.chart.Drawing;
import dev.rebound.chart.Svg;
import dev.rebound.report.OwnersFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The same facts as a chart, as another chart, as a table: one is shown, a row of buttons chooses. A chart can be copied
 * as an image and saved as PNG or SVG.
 */
public final class ChartFrame extends BorderPane {
    private final Desk desk;
    private final String id;
    private final Map<Node, ToggleButton> views = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final HBox choices = new HBox();
    private final HBox line = new HBox(8);
    private final Label read = new Label();
    private final StackPane middle = new StackPane();
    private final MenuButton picture;
    private final ReadOnlyBooleanWrapper showsChart = new ReadOnlyBooleanWrapper();

    /** A frame without a view; {@code id} begins the ids of its buttons. */
    public ChartFrame(Desk desk, String id) {
        this.desk = desk;
        this.id = id;
        read.getStyleClass().addAll(Styles.TEXT_MUTED, "chart-read");
        read.setWrapText(true);
        read.setMinHeight(USE_PREF_SIZE);
        read.setMinWidth(0);
        read.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(read, Priority.ALWAYS);
        picture = new MenuButton(desk.text("chart.picture"), new FontIcon("mdi2i-image-outline"));
        picture.setId(id + "-picture");
        picture.getStyleClass().addAll(Styles.FLAT, "chart-act");
        picture.setMinWidth(USE_PREF_SIZE);
        picture.getItems()
                .addAll(
                        item("copy", "mdi2c-content-copy", this::copy),
                        item("png", "mdi2c-content-save-outline", () -> save("png")),
                        item("svg", "mdi2v-vector-square", () -> save("svg")));
        choices.setMinWidth(USE_PREF_SIZE);
        line.getChildren().setAll(read, picture, choices);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(4, 6, 4, 10));
        setTop(line);
        setCenter(middle);
        getStyleClass().addAll("details", "chart-frame");
    }

    private MenuItem item(String key, String icon, Runnable act) {
        MenuItem item = new MenuItem(desk.text("chart." + key), new FontIcon(icon));
        item.setId(id + "-" + key);
        item.setOnAction(e -> act.run());
        return item;
    }

    /** Adds a chart; the first view added is shown. */
    public ChartPane chart(String key, String icon, String name) {
        ChartPane pane = new ChartPane(desk, read::setText);
        pane.setId(id + "-" + key + "-pane");
        add(key, icon, name, pane);
        return pane;
    }

    /** Adds the same facts in another form. */
    public void add(String key, String icon, String name, Node node) {
        ToggleButton button = Toggles.byArrows(new ToggleButton(name, new FontIcon(icon)));
        button.setId(id + "-" + key);
        button.setTooltip(new Tooltip(name));
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, "chart-choice");
        button.setOnAction(e -> show(node));
        views.put(node, button);
        choices.getChildren().add(button);
        if (views.size() == 1) {
            show(node);
        }
    }

    private void show(Node node) {
        Objects.requireNonNull(views.get(node)).setSelected(true);
        middle.getChildren().setAll(node);
        read.setText(node instanceof ChartPane ? desk.text("chart.help") : "");
        picture.setVisible(node instanceof ChartPane);
        showsChart.set(node instanceof ChartPane);
    }

    /** Takes the buttons out, to stand in a heading; the frame's own line is there only while a chart is read. */
    public HBox buttonsElsewhere() {
        line.getChildren().setAll(read);
        line.visibleProperty().bind(showsChart);
        line.managedProperty().bind(showsChart);
        picture.managedProperty().bind(picture.visibleProperty());
        HBox buttons = new HBox(6, picture, choices);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        choices.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /** Whether a chart is shown now, not a table. */
    public ReadOnlyBooleanProperty showsChartProperty() {
        return showsChart.getReadOnlyProperty();
    }

    private @Nullable ChartPane shown() {
        return middle.getChildren().isEmpty() || !(middle.getChildren().getFirst() instanceof ChartPane pane)
                ? null
                : pane;
    }

    private void copy() {
        ChartPane pane = shown();
        if (pane != null) {
            Clip.copy(Snapshots.of(pane));
            desk.notices().tell(desk.text("chart.copied"));
        }
    }

    private void save(String ending) {
        ChartPane pane = shown();
        Drawing drawing = pane == null ? null : pane.drawing();
        if (pane == null || drawing == null) {
            return;
        }
        String name = drawing.title().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(Locale.ROOT);
        desk.files()
                .fileToWrite(desk.text("chart." + ending), name + "." + ending)
                .ifPresent(file -> write(pane, drawing, ending, file));
    }

    private void write(ChartPane pane, Drawing drawing, String ending, Path file) {
        boolean dark = Snapshots.isDark(pane);
        byte[] png = ending.equals("png") ? Snapshots.png(Snapshots.of(pane)) : new byte[0];
        desk.background()
                .job(
                        () -> {
                            if (ending.equals("svg")) {
                                OwnersFile.write(file, Svg.of(drawing, dark));
                            } else {
                                OwnersFile.write(file, out -> out.write(png));
                            }
                            return file;
                        },
                        done -> desk.notices().tell(desk.text("chart.saved", done.getFileName())));
    }
}
