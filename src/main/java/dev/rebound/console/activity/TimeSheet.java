package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.chart.Ink;
import dev.rebound.chart.ShareBars;
import dev.rebound.chart.Spot;
import dev.rebound.chart.StackedColumns;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The log's bars as a table and as a chart that can be walked over, copied and saved; each number opens its rows. */
final class TimeSheet {
    private static final double HIGH = 440;

    private final Desk desk;
    private final ActivityModel model;
    private final List<TimeBar> bars;
    private final TimeBarWords words;

    TimeSheet(Desk desk, ActivityModel model, List<TimeBar> bars, TimeBarWords words) {
        this.desk = desk;
        this.model = model;
        this.bars = bars;
        this.words = words;
    }

    /** Shows it, with the cursor in the table. */
    void open() {
        TableView<TimeBar> table = table();
        ChartFrame frame = new ChartFrame(desk, "time-bars");
        frame.add("table", "mdi2t-table", desk.text("chart.table"), table);
        frame.chart("chart", "mdi2c-chart-bar-stacked", desk.text("chart.chart"))
                .opening(this::opened)
                .show(chart());
        frame.setPrefHeight(HIGH);
        new Sheet(desk, desk.text("activity.time.table"), 860, frame).open(table);
    }

    private int[] kinds() {
        return IntStream.range(0, TimeBar.KINDS)
                .filter(kind -> bars.stream().anyMatch(b -> b.counts()[kind] > 0))
                .toArray();
    }

    private TableView<TimeBar> table() {
        TableView<TimeBar> table = new TableView<>();
        table.setId("time-bars-table");
        ColumnFit.of(table);
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        table.getColumns()
                .setAll(List.of(
                        times("activity.time.from", TimeBar::from),
                        times("activity.time.to", TimeBar::to),
                        new CountColumn<>(
                                desk,
                                desk.text("activity.groups.count"),
                                110,
                                TimeBar::total,
                                b -> opened(rows(b, null)))));
        for (int kind : kinds()) {
            MessageState state = TimeBar.state(kind);
            if (state != null) {
                table.getColumns()
                        .add(new CountColumn<>(
                                desk,
                                desk.text("state.short." + state.code()),
                                180,
                                b -> b.counts()[kind],
                                b -> opened(rows(b, state))));
            }
        }
        table.getItems().setAll(bars);
        Opening.of(table, b -> {
            desk.sheets().close();
            model.narrow(span(b));
        });
        RowMenu.of(table, desk);
        table.getSelectionModel().select(0);
        return table;
    }

    private TableColumn<TimeBar, Instant> times(String name, Function<TimeBar, Instant> moment) {
        return Columns.times(desk, desk.text(name), 170, moment, words::at);
    }

    private StackedColumns chart() {
        int[] kinds = kinds();
        return new StackedColumns(
                desk.text("activity.time.title"),
                bars.isEmpty() ? "" : desk.formats().offset(bars.getFirst().from()),
                bars.stream()
                        .map(b -> new StackedColumns.Column(
                                words.at(b.from()),
                                IntStream.of(kinds).mapToObj(k -> piece(b, k)).toList()))
                        .toList(),
                IntStream.of(kinds)
                        .mapToObj(k -> new ShareBars.Named(ink(k), words.state(TimeBar.state(k))))
                        .toList(),
                desk.formats()::count);
    }

    private StackedColumns.Piece piece(TimeBar bar, int kind) {
        MessageState state = TimeBar.state(kind);
        return new StackedColumns.Piece(
                bar.counts()[kind],
                ink(kind),
                new Spot(
                        words.piece(bar, kind),
                        state == null ? "" : rows(bar, state).toText()));
    }

    private static Ink ink(int kind) {
        MessageState state = TimeBar.state(kind);
        return state == null ? Ink.EARLIER : Ink.of(state);
    }

    private Filter.Term span(TimeBar bar) {
        return FilterEdits.span(bar.from(), bar.to(), desk.formats().zone());
    }

    /** What a bar holds, or its messages in one state. */
    private Filter rows(TimeBar bar, @Nullable MessageState state) {
        Filter then = FilterEdits.narrow(model.filter(), span(bar));
        return state == null ? then : Filter.and(then, Filter.is(Field.STATE, state.code()));
    }

    private Place opened(Filter rows) {
        return new Place.Activity(rows.toText(), model.eventsProperty().get(), Place.Activity.Grouping.NONE, null);
    }
}
