package dev.rebound.console.incidents;

import atlantafx.base.theme.Styles;
import dev.rebound.chart.Ink;
import dev.rebound.chart.ShareBars;
import dev.rebound.chart.Spot;
import dev.rebound.chart.StackedColumns;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.insight.Incident;
import dev.rebound.insight.IncidentCourse;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/** What a provider answered before, during and after an incident, as columns and as a table; every number opens its messages. */
final class CoursePane extends BorderPane {
    private static final double HIGH = 230;

    private final Desk desk;
    private final Picture picture;
    private final Incident incident;
    private final IncidentCourse course;

    CoursePane(Desk desk, IncidentsModel.Looked looked) {
        this.desk = desk;
        picture = desk.picture().getValue();
        incident = looked.incident();
        course = looked.course();
        ChartFrame frame = new ChartFrame(desk, "course");
        ChartPane columns = frame.chart("chart", "mdi2c-chart-bar-stacked", desk.text("chart.chart"));
        columns.show(chart());
        frame.add("table", "mdi2t-table", desk.text("chart.table"), table());
        frame.setMinHeight(HIGH);
        frame.setPrefHeight(HIGH);
        setCenter(frame);
    }

    private StackedColumns chart() {
        Ink met = incident.kind() == Incident.Kind.REFUSED ? Ink.BLOCKED : Ink.SOFT_BOUNCED;
        return new StackedColumns(
                desk.text("incidents.course", incident.provider()),
                desk.formats().offset(incident.from()),
                course.steps().stream()
                        .map(s -> new StackedColumns.Column(
                                desk.formats().hour(s.from()),
                                List.of(
                                        piece(s.met(), met, metName(), s),
                                        piece(s.others(), Ink.DELIVERED, otherName(), s))))
                        .toList(),
                List.of(new ShareBars.Named(met, metName()), new ShareBars.Named(Ink.DELIVERED, otherName())),
                desk.formats()::count);
    }

    private StackedColumns.Piece piece(List<Integer> rows, Ink ink, String name, IncidentCourse.Step step) {
        String words = desk.text(
                "incidents.course.spot",
                desk.formats().minute(step.from()),
                desk.formats().minute(end(step)) + " " + desk.formats().offset(end(step)),
                name,
                rows.size());
        return new StackedColumns.Piece(
                rows.size(), ink, new Spot(words, picture.naming(rows).toText()));
    }

    private String metName() {
        return desk.text("incidents.course." + incident.kind().code());
    }

    private String otherName() {
        return desk.text("incidents.course.others");
    }

    private Instant end(IncidentCourse.Step step) {
        return step.from().plus(course.step());
    }

    private TableView<IncidentCourse.Step> table() {
        TableView<IncidentCourse.Step> table = new TableView<>();
        table.setId("course-steps");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        table.getColumns()
                .setAll(List.of(
                        times("activity.time.from", IncidentCourse.Step::from),
                        times("activity.time.to", this::end),
                        new CountColumn<>(desk, metName(), 150, s -> s.met().size(), s -> opened(s.met())),
                        new CountColumn<>(
                                desk, otherName(), 200, s -> s.others().size(), s -> opened(s.others()))));
        table.getItems().setAll(course.steps());
        Opening.of(table, s -> desk.navigator().go(opened(s.met())));
        RowMenu.of(table, desk);
        return table;
    }

    private TableColumn<IncidentCourse.Step, Instant> times(
            String name, Function<IncidentCourse.Step, Instant> moment) {
        return Columns.times(
                desk, desk.text(name), 150, moment, at -> desk.formats().minute(at));
    }

    private Place opened(List<Integer> rows) {
        return Place.Activity.of(picture.naming(rows));
    }
}
