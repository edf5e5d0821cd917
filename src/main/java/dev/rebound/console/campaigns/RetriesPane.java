package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.RetryAccount;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the messages fared over their tries, and how soon they arrived, against the campaigns before. */
final class RetriesPane extends ScrollPane {
    /** Delivered within so many hours of the send. */
    private static final int[] HOURS = {1, 2, 4, 8, 24, 72};

    /** Ends that have to do with no retry. */
    private static final List<MessageState> OTHERWISE = List.of(
            MessageState.HARD_BOUNCED,
            MessageState.BLOCKED,
            MessageState.DROPPED,
            MessageState.REJECTED,
            MessageState.UNRECOGNISED,
            MessageState.UNCOVERED,
            MessageState.UNEXPLAINED);

    /** A campaign and how it fared. */
    record Course(String name, RetryAccount retries) {
        /** Deliveries within so many hours. */
        long within(int hours) {
            List<Long> by = retries.deliveredByHour();
            return by.isEmpty() ? 0 : by.get(Math.min(hours, by.size()) - 1);
        }
    }

    /** One group with the courses to compare it with, itself first. */
    record Retries(GapGroup group, RetryAccount own, List<Course> courses) {}

    private final Desk desk;
    private final VBox content = new VBox(1);
    private final TableView<Course> courses = new TableView<>();
    private final CampaignCharts charts;
    private final ChartFrame frame;
    private final ChartPane curve;

    RetriesPane(Desk desk) {
        this.desk = desk;
        charts = new CampaignCharts(desk);
        frame = new ChartFrame(desk, "arrivals");
        curve = frame.chart("chart", "mdi2c-chart-line", desk.text("chart.chart"));
        frame.add("table", "mdi2t-table", desk.text("chart.table"), courses);
        frame.setPrefHeight(200);
        frame.setMinHeight(200);
        VBox.setVgrow(frame, Priority.ALWAYS);
        content.getStyleClass().add("gap-block");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        getStyleClass().add("details");
        setId("retries");
        courses.setId("courses");
        courses.setFixedCellSize(26);
        courses.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(courses);
        RowMenu.of(courses, desk);
        courses.getColumns().add(Columns.text(desk.text("campaigns.column.name"), 240, Course::name));
        for (int hours : HOURS) {
            courses.getColumns()
                    .add(Columns.number(
                            desk.text("retries.within", hours),
                            120,
                            c -> c.within(hours),
                            c -> desk.formats()
                                    .percent(c.within(hours), c.retries().sends())));
        }
    }

    private static Filter tries(GapGroup g, Match match) {
        return Filter.and(GapBlock.delivered(g), new Filter.Term(Field.TRIES, match));
    }

    void show(Retries of) {
        content.getChildren().clear();
        GapGroup g = of.group();
        RetryAccount r = of.own();
        long most = r.deliveredAtTry().getFirst();
        Match[] tries = {
            new Match.Compare(Match.Operator.AT_MOST, "1"),
            new Match.Exact("2"),
            new Match.Compare(Match.Operator.AT_LEAST, "3")
        };
        for (int i = 0; i < tries.length; i++) {
            line(
                    "try-" + (i + 1),
                    MessageState.DELIVERED,
                    desk.text("retries.try." + (i + 1)),
                    r.deliveredAtTry().get(i),
                    g.sends(),
                    most,
                    i != 1 || r.medianWait() == null
                            ? ""
                            : desk.text("campaigns.wait", desk.formats().span(r.medianWait())),
                    tries(g, tries[i]));
        }
        line(
                "try-open",
                MessageState.OPEN,
                desk.text("retries.open"),
                r.open(),
                g.sends(),
                most,
                r.openUntil() == null
                        ? ""
                        : desk.text("campaigns.knownat", desk.formats().full(Objects.requireNonNull(r.openUntil()))),
                g.rows(MessageState.OPEN));
        ended("try-gaveup", MessageState.SOFT_BOUNCED, r.gaveUp() - r.timedOut(), g, most);
        ended("try-timedout", MessageState.TIMED_OUT, r.timedOut(), g, most);
        line(
                "try-otherwise",
                MessageState.BLOCKED,
                desk.text("retries.otherwise"),
                r.endedOtherwise(),
                g.sends(),
                most,
                desk.text("retries.otherwise.how"),
                Filter.and(
                        g.rows(),
                        new Filter.Or(OTHERWISE.stream()
                                .<Filter>map(s ->
                                        Filter.is(Field.FLAG, FlagWord.of(s).word()))
                                .toList())));
        Label heading = Sheet.sentence(desk.text(of.courses().size() > 1 ? "retries.courses" : "retries.course"));
        heading.getStyleClass().add("retries-heading");
        courses.getItems().setAll(of.courses());
        curve.show(charts.arrivals(g, r, of.courses().subList(1, of.courses().size())));
        content.getChildren().addAll(heading, frame);
    }

    /** In the words and by the rows of the gap, so that both say the same number. */
    private void ended(String id, MessageState state, long count, GapGroup g, long most) {
        line(id, state, desk.text("state." + state.code()), count, g.sends(), most, "", g.rows(state));
    }

    private void line(
            String id, MessageState look, String name, long count, long whole, long scale, String remark, Filter rows) {
        CountLine line =
                new CountLine(desk, StateLook.icon(look), name, count, whole, scale, rows, StateLook.style(look));
        line.setId(id);
        content.getChildren().add(line.with(new CountSentence(desk).show(remark)));
    }
}
