package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Questions.Bin;
import dev.rebound.index.TimeStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** Messages over time, stacked by state. Drag or click narrows to a span; the arrow keys and Enter do the same. */
final class TimeBars extends Region {
    private static final double TWIN = 24;
    private static final int MOST_BARS = 160;
    private static final double AXIS = 16;

    /** Some bins that stand together in one bar. */
    private record Bar(Instant from, Instant to, long[] counts, long total) {}

    private final ActivityModel model;
    private final Desk desk;
    private final List<Bar> bars = new ArrayList<>();
    /** One shape for all bars of a state: hundreds of nodes would be too many. */
    private final Map<Integer, Path> shapes = new LinkedHashMap<>();

    private double pointed;
    private final Region span = new Region();
    private final Label first = new Label();
    private final Label spanText = new Label();
    private final Label last = new Label();
    private final Label peak = new Label();
    private final Button twin;
    private TimeStep step = TimeStep.HOUR;
    private long highest = 1;
    private int from = -1;
    private int to = -1;

    TimeBars(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
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
        for (int s = 0; s <= MessageState.values().length; s++) {
            Path path = new Path();
            path.getStyleClass().addAll("bar-shape", StateLook.style(state(s)));
            path.setManaged(false);
            path.setMouseTransparent(true);
            shapes.put(s, path);
        }
        setPickOnBounds(true);
        addEventFilter(MouseEvent.MOUSE_MOVED, e -> pointed = e.getX());
        Hint.alongside(this, () -> bars.isEmpty() ? "" : told(bars.get(at(pointed))));
        setOnMousePressed(e -> {
            requestFocus();
            from = at(e.getX());
            mark(from);
        });
        setOnMouseDragged(e -> {
            if (from >= 0) {
                mark(at(e.getX()));
            }
        });
        setOnMouseReleased(e -> narrow());
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                model.show(FilterEdits.anyTime(model.filter()));
            }
        });
        setOnKeyPressed(e -> {
            if (key(e)) {
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

    /** The bars as a table; Enter on a line narrows to it. */
    private void table() {
        TableView<Bar> table = new TableView<>();
        table.setId("time-bars-table");
        ColumnFit.of(table);
        table.setFixedCellSize(28);
        table.setPrefHeight(420);
        table.getStyleClass().add(Styles.DENSE);
        table.getColumns()
                .setAll(List.of(
                        Columns.<Bar>text(desk.text("activity.time.from"), 170, b -> label(b.from())),
                        Columns.<Bar>text(desk.text("activity.time.to"), 170, b -> label(b.to())),
                        new CountColumn<>(
                                desk, desk.text("activity.groups.count"), 110, Bar::total, b -> rows(b, null))));
        for (MessageState state : MessageState.values()) {
            if (bars.stream().anyMatch(b -> b.counts()[state.ordinal()] > 0)) {
                table.getColumns()
                        .add(new CountColumn<>(
                                desk,
                                desk.text("state.short." + state.code()),
                                180,
                                b -> b.counts()[state.ordinal()],
                                b -> rows(b, state)));
            }
        }
        table.getItems().setAll(bars);
        Opening.of(table, b -> {
            desk.sheets().close();
            model.narrow(FilterEdits.span(b.from(), b.to(), desk.formats().zone()));
        });
        table.getSelectionModel().select(0);
        new Sheet(desk, desk.text("activity.time.table"), 760, table).open(table);
    }

    /** What a bar holds, or its messages in one state. */
    private Place rows(Bar bar, @Nullable MessageState state) {
        Filter then = FilterEdits.narrow(
                model.filter(),
                FilterEdits.span(bar.from(), bar.to(), desk.formats().zone()));
        Filter rows = state == null ? then : Filter.and(then, Filter.is(Field.STATE, state.code()));
        return new Place.Activity(rows.toText(), model.eventsProperty().get(), Place.Activity.Grouping.NONE, null);
    }

    private int at(double x) {
        return Math.clamp((int) (x / room() * bars.size()), 0, Math.max(0, bars.size() - 1));
    }

    /** What the marked span holds. */
    private String told() {
        Bar a = bars.get(Math.min(from, to));
        Bar b = bars.get(Math.max(from, to));
        long total = bars.subList(Math.min(from, to), Math.max(from, to) + 1).stream()
                .mapToLong(Bar::total)
                .sum();
        return desk.text("activity.time.span", label(a.from()), label(b.to()), total);
    }

    private void mark(int end) {
        to = end;
        requestLayout();
    }

    private void narrow() {
        if (from < 0 || to < 0 || bars.isEmpty()) {
            return;
        }
        Bar a = bars.get(Math.min(from, to));
        Bar b = bars.get(Math.max(from, to));
        from = -1;
        to = -1;
        model.narrow(FilterEdits.span(a.from(), b.to(), desk.formats().zone()));
    }

    private void show() {
        bars.clear();
        from = -1;
        ActivityResult result = model.resultProperty().get();
        if (result != null) {
            step = result.step();
            int together = (result.bars().size() + MOST_BARS - 1) / MOST_BARS;
            for (int i = 0; i < result.bars().size(); i += together) {
                bars.add(bar(result.bars().subList(i, Math.min(result.bars().size(), i + together))));
            }
        }
        highest = Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
        getChildren().setAll(shapes.values());
        getChildren().addAll(span, first, last, peak, twin, spanText);
        if (!bars.isEmpty()) {
            first.setText(label(bars.getFirst().from()));
            last.setText(label(bars.getLast().from()));
            peak.setText(desk.text("activity.time.peak", highest));
        }
        List.of(first, last, peak).forEach(l -> l.setVisible(!bars.isEmpty()));
        setAccessibleText(desk.text("activity.time", bars.size()));
        requestLayout();
    }

    private String label(Instant at) {
        return step == TimeStep.HOUR
                ? desk.formats().minute(at)
                : desk.formats().day(at);
    }

    private static Bar bar(List<Bin> bins) {
        long[] counts = new long[MessageState.values().length + 1];
        long total = 0;
        for (Bin bin : bins) {
            for (var entry : bin.counts().entrySet()) {
                counts[index(entry.getKey())] += entry.getValue();
                total += entry.getValue();
            }
        }
        return new Bar(bins.getFirst().from(), bins.getLast().to(), counts, total);
    }

    private static int index(String code) {
        for (MessageState s : MessageState.values()) {
            if (s.code().equals(code)) {
                return s.ordinal();
            }
        }
        return MessageState.values().length;
    }

    private static @Nullable MessageState state(int index) {
        return index < MessageState.values().length ? MessageState.values()[index] : null;
    }

    /** What a bar holds, state by state. */
    private String told(Bar bar) {
        StringBuilder words = new StringBuilder(
                desk.text("pair", label(bar.from()), desk.formats().count(bar.total())));
        for (int s = 0; s < bar.counts().length; s++) {
            MessageState state = state(s);
            if (bar.counts()[s] > 0) {
                words.append('\n')
                        .append(desk.text(
                                "pair",
                                state == null ? desk.text("activity.nosend") : desk.text("state." + state.code()),
                                desk.formats().count(bar.counts()[s])));
            }
        }
        return words.toString();
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
