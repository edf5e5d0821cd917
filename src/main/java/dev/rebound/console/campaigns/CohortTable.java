package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.insight.AnswerCourse;
import dev.rebound.insight.GapGroup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A campaign over time, by the hour or day at which its messages were sent: what became of the messages of that hour,
 * whenever they were answered. So no hour shows more deliveries than sends.
 */
final class CohortTable extends VBox {
    /** The messages of each hour or day of sending, the answers by the hour after it, and campaigns sent before. */
    record OverTime(GapGroup whole, List<GapGroup> cohorts, AnswerCourse answers, List<RetriesPane.Course> earlier) {}

    private final Desk desk;
    private final TableView<GapGroup> table = new TableView<>();
    private final Label words = Sheet.sentence("");
    private final CampaignCharts charts;
    private final ChartPane since;
    private final ChartPane columns;
    private long most = 1;
    private boolean daily;

    CohortTable(Desk desk) {
        super(6);
        this.desk = desk;
        words.getStyleClass().add(Styles.TEXT_MUTED);
        table.setId("over-time");
        table.setFixedCellSize(26);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        TableColumn<GapGroup, GapGroup> bar = new TableColumn<>(desk.text("campaigns.column.fate"));
        bar.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        bar.setSortable(false);
        bar.setPrefWidth(420);
        List<MessageState> all = Stream.concat(
                        Stream.of(MessageState.DELIVERED, MessageState.RETURNED), GapBlock.ORDER.stream())
                .toList();
        bar.setCellFactory(c -> new StackCell<>(desk, g -> g, all, () -> most));
        table.getColumns()
                .addAll(List.of(
                        Columns.times(
                                desk,
                                desk.text("campaigns.column.sent"),
                                150,
                                this::begin,
                                at -> daily
                                        ? desk.formats().day(at)
                                        : desk.formats().minute(at)),
                        count("sends", 90, GapGroup::sends, GapGroup::rows),
                        count("delivered", 100, GapGroup::deliveries, GapBlock::delivered),
                        count("gap", 80, GapGroup::gap, GapBlock::missing),
                        Columns.number(
                                desk.text("campaigns.column.share"),
                                90,
                                g -> g.sends() == 0 ? 0 : (double) g.gap() / g.sends(),
                                g -> desk.formats().percent(g.gap(), g.sends())),
                        bar));
        Opening.of(table, g -> desk.navigator().go(Place.Activity.of(g.rows())));
        RowMenu.of(table, desk);
        charts = new CampaignCharts(desk);
        ChartFrame frame = new ChartFrame(desk, "time");
        since = frame.chart("since", "mdi2c-chart-areaspline", desk.text("chart.since"));
        columns = frame.chart("cohorts", "mdi2c-chart-bar-stacked", desk.text("chart.cohorts"));
        VBox listed = new VBox(6, words, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        frame.add("table", "mdi2t-table", desk.text("chart.table"), listed);
        VBox.setVgrow(frame, Priority.ALWAYS);
        getChildren().add(frame);
    }

    private CountColumn<GapGroup> count(
            String name, double width, ToLongFunction<GapGroup> count, Function<GapGroup, Filter> rows) {
        return new CountColumn<>(
                desk, desk.text("campaigns.column." + name), width, count, g -> Place.Activity.of(rows.apply(g)));
    }

    private static boolean isHour(GapGroup g) {
        return g.key().contains("T");
    }

    /** When the hour or the day of a group begins. */
    private Instant begin(GapGroup g) {
        return isHour(g)
                ? Instant.parse(g.key())
                : LocalDate.parse(g.key()).atStartOfDay(desk.formats().zone()).toInstant();
    }

    private CampaignCharts.Times times(GapGroup g) {
        Instant begin = begin(g);
        return isHour(g)
                ? new CampaignCharts.Times(
                        desk.formats().hour(begin),
                        desk.formats().minute(begin) + " " + desk.formats().offset(begin),
                        desk.formats().offset(begin))
                : new CampaignCharts.Times(
                        desk.formats().monthDay(LocalDate.parse(g.key())),
                        desk.formats().day(begin),
                        desk.formats().offset(begin));
    }

    void show(OverTime of) {
        List<GapGroup> cohorts = of.cohorts();
        since.show(charts.sinceSend(of.whole(), of.answers(), of.earlier()));
        columns.show(charts.cohorts(
                of.whole(),
                cohorts.stream().sorted(Comparator.comparing(GapGroup::key)).toList(),
                this::times));
        most = Math.max(1, cohorts.stream().mapToLong(GapGroup::sends).max().orElse(1));
        daily = cohorts.stream().noneMatch(CohortTable::isHour);
        table.getItems().setAll(cohorts);
        words.setText(desk.text("campaigns.time.words"));
    }
}
