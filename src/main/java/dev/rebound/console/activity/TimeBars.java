package dev.rebound.console.activity;

import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.MarkMenu;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.StateLook;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * Messages over time, stacked by state. Drag or click narrows to a span; the arrow keys and Enter do the same. The menu,
 * by mouse or by Shift+F10, is that of the marked time.
 */
final class TimeBars extends Region {
    private static final double TWIN = 24;
    private static final int MOST_BARS = 160;
    private static final double AXIS = 16;

    private final ActivityModel model;
    private final Desk desk;
    private final List<TimeBar> bars = new ArrayList<>();
    /** One shape for all bars of a state: hundreds of nodes would be too many. */
    private final Map<Integer, Path> shapes = new LinkedHashMap<>();

    private double pointed;
    private final Region span = new Region();
    private final Label first = new Label();
    private final Label spanText = new Label();
    private final Label last = new Label();
    private final Label peak = new Label();
    private final Button twin;
    private final TimeBarWords words;
    private long highest = 1;
    private int from = -1;
    private int to = -1;

    TimeBars(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        words = new TimeBarWords(desk);
        getStyleClass().add("time-bars");
        setMinHeight(70);
        setPrefHeight(76);
        setMaxHeight(76);
        setFocusTraversable(true);
        span.getStyleClass().add("time-span");
        span.setMouseTransparent(true);
        List.of(first, last, peak).forEach(l -> l.getStyleClass().add("axis-label"));
        spanText.getStyleClass().add("time-told");
        spanText.setMouseTransparent(true);
        for (int s = 0; s < TimeBar.KINDS; s++) {
            Path path = new Path();
            path.getStyleClass().addAll("bar-shape", StateLook.style(TimeBar.state(s)));
            path.setManaged(false);
            path.setMouseTransparent(true);
            shapes.put(s, path);
        }
        setPickOnBounds(true);
        addEventFilter(MouseEvent.MOUSE_MOVED, e -> pointed = e.getX());
        Hint.alongside(this, () -> bars.isEmpty() ? "" : words.pointedAt(bars.get(at(pointed))));
        setOnMousePressed(e -> {
            requestFocus();
            if (e.getButton() == MouseButton.PRIMARY) {
                from = at(e.getX());
                mark(from);
            }
        });
        setOnMouseDragged(e -> {
            if (from >= 0 && e.isPrimaryButtonDown()) {
                mark(at(e.getX()));
            }
        });
        setOnMouseReleased(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                narrow();
            }
        });
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                model.show(FilterEdits.anyTime(model.filter()));
            }
        });
        setOnKeyPressed(e -> {
            if (key(e)) {
                e.consume();
            }
        });
        setOnContextMenuRequested(e -> {
            if (!bars.isEmpty()) {
                if (!e.isKeyboardTrigger() && !isMarked(at(e.getX()))) {
                    from = at(e.getX());
                    mark(from);
                }
                openMenu();
                e.consume();
            }
        });
        twin = Buttons.icon("mdi2t-table", desk.text("activity.time.table"), this::table);
        twin.setId("time-table");
        twin.getStyleClass().add("time-twin");
        model.resultProperty().addListener((o, before, now) -> show());
    }

    private boolean key(KeyEvent e) {
        int last = Math.max(0, bars.size() - 1);
        switch (e.getCode()) {
            case LEFT, RIGHT -> {
                int by = e.getCode() == KeyCode.RIGHT ? 1 : -1;
                if (e.isShiftDown() && from >= 0) {
                    mark(Math.clamp(to + by, 0, last));
                } else {
                    from = from < 0 ? (by > 0 ? 0 : last) : Math.clamp(to + by, 0, last);
                    mark(from);
                }
            }
            case ENTER -> narrow();
            case F10 -> {
                if (!e.isShiftDown() || bars.isEmpty()) {
                    return false;
                }
                openMenu();
            }
            case ESCAPE, BACK_SPACE -> {
                if (from >= 0) {
                    from = -1;
                    mark(-1);
                } else {
                    model.show(FilterEdits.anyTime(model.filter()));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isMarked(int bar) {
        return from >= 0 && bar >= Math.min(from, to) && bar <= Math.max(from, to);
    }

    /** The marked bars as one, the first where none is marked. */
    private TimeBar marked() {
        return from < 0 ? bars.getFirst() : TimeBar.together(bars.subList(Math.min(from, to), Math.max(from, to) + 1));
    }

    /** What can be done with the marked time, at its bars. */
    private void openMenu() {
        if (from < 0) {
            from = 0;
            mark(0);
        }
        TimeBar bar = marked();
        Filter.Term time = span(bar);
        Filter rows = Filter.and(FilterEdits.anyTime(model.filter()), time);
        ContextMenu menu =
                MarkMenu.of(desk, words.copied(bar), rows, desk.text("activity.time.only"), () -> model.narrow(time));
        MenuItem out = MenuItems.of(
                "mdi2m-minus-circle-outline",
                desk.text("activity.time.leaveout"),
                () -> model.show(Filter.and(model.filter(), new Filter.Not(time))));
        out.setId("time-leaveout");
        MenuItem any = MenuItems.of(
                "mdi2c-calendar-remove-outline",
                desk.text("activity.time.any"),
                () -> model.show(FilterEdits.anyTime(model.filter())));
        any.setDisable(FilterEdits.anyTime(model.filter()).equals(model.filter()));
        menu.getItems().add(1, out);
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        any,
                        MenuItems.of("mdi2t-table", desk.text("activity.time.table"), this::table));
        double width = room() / Math.max(1, bars.size());
        menu.show(this, Side.BOTTOM, Math.min(from, to) * width, -AXIS);
    }

    private void table() {
        new TimeSheet(desk, model, List.copyOf(bars), words).open();
    }

    private Filter.Term span(TimeBar bar) {
        return FilterEdits.span(bar.from(), bar.to(), desk.formats().zone());
    }

    private int at(double x) {
        return Math.clamp((int) (x / room() * bars.size()), 0, Math.max(0, bars.size() - 1));
    }

    /** What the marked span holds. */
    private String told() {
        TimeBar bar = marked();
        return desk.text("activity.time.span", words.at(bar.from()), words.at(bar.to()), bar.total());
    }

    private void mark(int end) {
        to = end;
        requestLayout();
    }

    private void narrow() {
        if (from < 0 || to < 0 || bars.isEmpty()) {
            return;
        }
        Filter.Term span = span(marked());
        from = -1;
        to = -1;
        model.narrow(span);
    }

    private void show() {
        bars.clear();
        from = -1;
        ActivityResult result = model.resultProperty().get();
        if (result != null) {
            words.counting(result.step());
            int together = (result.bars().size() + MOST_BARS - 1) / MOST_BARS;
            for (int i = 0; i < result.bars().size(); i += together) {
                bars.add(TimeBar.of(
                        result.bars().subList(i, Math.min(result.bars().size(), i + together))));
            }
        }
        highest = Math.max(1, bars.stream().mapToLong(TimeBar::total).max().orElse(1));
        getChildren().setAll(shapes.values());
        getChildren().addAll(span, first, last, peak, twin, spanText);
        if (!bars.isEmpty()) {
            first.setText(words.at(bars.getFirst().from()));
            last.setText(words.at(bars.getLast().from()));
            peak.setText(desk.text("activity.time.peak", highest));
        }
        List.of(first, last, peak).forEach(l -> l.setVisible(!bars.isEmpty()));
        setAccessibleText(desk.text("activity.time", bars.size()));
        requestLayout();
    }

    /** The width that the bars have; the button that shows them as a table stands beside them. */
    private double room() {
        return Math.max(1, getWidth() - TWIN - 4);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - AXIS;
        double width = room() / Math.max(1, bars.size());
        shapes.values().forEach(p -> p.getElements().clear());
        for (int i = 0; i < bars.size(); i++) {
            double x = Math.round(i * width);
            double w = Math.clamp(Math.round((i + 1) * width) - x - 1, 1, 40);
            double y = height;
            for (int s = 0; s < bars.get(i).counts().length; s++) {
                long count = bars.get(i).counts()[s];
                if (count > 0) {
                    double h = Math.max(1, (height - 2) * count / highest);
                    y -= h;
                    box(shape(s), x, y, w, h);
                }
            }
        }
        span.setVisible(from >= 0 && to >= 0);
        if (span.isVisible()) {
            spanText.setText(told());
            place(spanText, Math.clamp(Math.min(from, to) * width, 0, Math.max(0, room() - 260)), 0);
        }
        spanText.setVisible(span.isVisible());
        if (from >= 0 && to >= 0) {
            double x = Math.min(from, to) * width;
            span.resizeRelocate(x, 0, (Math.abs(to - from) + 1) * width, height);
        }
        twin.resizeRelocate(getWidth() - TWIN, 0, TWIN, 22);
        twin.setVisible(!bars.isEmpty());
        place(first, 0, height + 1);
        place(last, Math.max(0, room() - last.prefWidth(-1)), height + 1);
        place(peak, Math.max(0, room() / 2 - peak.prefWidth(-1) / 2), height + 1);
    }

    private Path shape(int state) {
        return Objects.requireNonNull(shapes.get(state));
    }

    private static void box(Path path, double x, double y, double w, double h) {
        path.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new LineTo(x + w, y),
                        new LineTo(x + w, y + h),
                        new LineTo(x, y + h),
                        new ClosePath());
    }

    private static void place(Label label, double x, double y) {
        label.resizeRelocate(x, y, label.prefWidth(-1), label.prefHeight(-1));
    }
}
