package dev.rebound.console.kit;

import dev.rebound.chart.Chart;
import dev.rebound.chart.Drawing;
import dev.rebound.chart.Mark;
import dev.rebound.chart.Point;
import dev.rebound.chart.Spot;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A chart on the screen. One stop for the Tab key; the arrow keys walk over its marks, Enter opens the messages of the
 * mark, the menu key offers to keep only those or to leave them out. What a mark says is handed to the reader, whether pointed at or walked to.
 */
public final class ChartPane extends Pane {
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final Desk desk;
    private final Consumer<String> reader;
    private final List<Node> stops = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private Function<Filter, Place> opening = Place.Activity::of;
    private @Nullable Chart chart;
    private @Nullable Drawing drawing;
    private int at = -1;

    /** A pane without a chart; {@code reader} shows what a mark says, and nothing when it is left. */
    public ChartPane(Desk desk, Consumer<String> reader) {
        this.desk = desk;
        this.reader = reader;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        widthProperty().addListener((o, before, now) -> redraw());
        heightProperty().addListener((o, before, now) -> redraw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        setOnContextMenuRequested(e -> {
            if (e.isKeyboardTrigger()) {
                menuOfMark();
                e.consume();
            }
        });
        focusedProperty().addListener((o, was, is) -> mark(is ? Math.max(0, at) : -1));
    }

    /** Shows a chart. */
    public void show(Chart of) {
        chart = of;
        at = -1;
        redraw();
    }

    /** Where the rows of a mark are shown; in the log's list of messages where nothing else is said. */
    public ChartPane opening(Function<Filter, Place> place) {
        opening = place;
        return this;
    }

    /** What is drawn now; null before there is room. */
    public @Nullable Drawing drawing() {
        return drawing;
    }

    /** How many marks can be walked to. */
    public int stops() {
        return stops.size();
    }

    private void redraw() {
        Chart of = chart;
        if (of == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Drawing d = of.draw(getWidth(), getHeight());
        drawing = d;
        setAccessibleText(d.title());
        getChildren().clear();
        stops.clear();
        spots.clear();
        d.marks().forEach(this::draw);
        if (at >= stops.size()) {
            at = -1;
        }
        if (isFocused()) {
            mark(Math.max(0, at));
        }
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Box b ->
                filled(
                        new Rectangle(b.x(), b.y(), b.width(), b.height()),
                        b.ink().style(),
                        b.spot());
            case Mark.Dot d ->
                filled(new Circle(d.x(), d.y(), d.radius()), d.ink().style(), d.spot());
            case Mark.Area a -> filled(new Polygon(flat(a.points())), a.ink().style(), a.spot());
            case Mark.Line l -> {
                Polyline line = new Polyline(flat(l.points()));
                line.setStrokeWidth(l.width());
                line.getStyleClass().addAll("chart-line", l.ink().style());
                if (l.dashed()) {
                    line.getStrokeDashArray().setAll(4.0, 3.0);
                }
                line.setMouseTransparent(true);
                getChildren().add(line);
            }
            case Mark.Text t -> {
                Text text = new Text(t.text());
                text.setTextOrigin(VPos.BASELINE);
                text.setStyle("-fx-font-size: " + t.size() + "px;" + (t.bold() ? "-fx-font-weight: bold;" : ""));
                text.getStyleClass().addAll("chart-text", t.ink().style());
                text.setMouseTransparent(true);
                getChildren().add(text);
                text.applyCss();
                double wide = text.getLayoutBounds().getWidth();
                text.setY(t.y());
                text.setX(
                        switch (t.anchor()) {
                            case START -> t.x();
                            case MIDDLE -> t.x() - wide / 2;
                            case END -> t.x() - wide;
                        });
            }
        }
    }

    private void filled(Shape shape, String style, @Nullable Spot spot) {
        shape.getStyleClass().addAll("chart-fill", style);
        getChildren().add(shape);
        if (spot == null) {
            shape.setMouseTransparent(true);
            return;
        }
        int number = stops.size();
        stops.add(shape);
        spots.add(spot);
        shape.setAccessibleText(spot.words());
        shape.setOnMouseEntered(e -> reader.accept(spot.words()));
        shape.setOnMouseExited(
                e -> reader.accept(at >= 0 && isFocused() ? spots.get(at).words() : ""));
        if (!spot.rows().isEmpty()) {
            shape.setCursor(Cursor.HAND);
            shape.setOnMouseClicked(e -> {
                at = number;
                if (e.getButton() == MouseButton.PRIMARY) {
                    open(spot);
                }
            });
            shape.setOnContextMenuRequested(e -> {
                at = number;
                menu(spot).show(shape, e.getScreenX(), e.getScreenY());
                e.consume();
            });
        }
    }

    /** The menu of the mark that was walked to, at the mark. */
    private void menuOfMark() {
        if (at >= 0 && !spots.get(at).rows().isEmpty()) {
            menu(spots.get(at)).show(stops.get(at), Side.BOTTOM, 0, 0);
        }
    }

    private ContextMenu menu(Spot spot) {
        return MarkMenu.of(desk, spot.words(), filter(spot), desk.text("chart.open"), () -> open(spot));
    }

    private static double[] flat(List<Point> points) {
        return points.stream()
                .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.x(), p.y()))
                .toArray();
    }

    private void walk(KeyEvent e) {
        if (stops.isEmpty()) {
            return;
        }
        int last = stops.size() - 1;
        KeyCode key = e.getCode();
        if (e.isAltDown() || e.isShortcutDown()) {
            return;
        }
        if (MENU.match(e)) {
            menuOfMark();
            e.consume();
            return;
        }
        if (key == KeyCode.ENTER && at >= 0) {
            open(spots.get(at));
        } else if (key == KeyCode.RIGHT || key == KeyCode.DOWN) {
            mark(Math.min(last, at + 1));
        } else if (key == KeyCode.LEFT || key == KeyCode.UP) {
            mark(Math.max(0, at - 1));
        } else if (key == KeyCode.HOME) {
            mark(0);
        } else if (key == KeyCode.END) {
            mark(last);
        } else {
            return;
        }
        e.consume();
    }

    private void open(Spot spot) {
        if (!spot.rows().isEmpty()) {
            desk.navigator().go(opening.apply(filter(spot)));
        }
    }

    private static Filter filter(Spot spot) {
        try {
            return FilterParser.parse(spot.rows());
        } catch (FilterSyntaxException e) {
            throw new IllegalStateException(spot.rows(), e);
        }
    }

    private void mark(int number) {
        stops.forEach(s -> s.getStyleClass().remove("chart-here"));
        if (number < 0 || number >= stops.size()) {
            reader.accept("");
            return;
        }
        at = number;
        stops.get(at).getStyleClass().add("chart-here");
        reader.accept(spots.get(at).words());
        setAccessibleHelp(spots.get(at).words());
    }
}
