package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.AfterLayout;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.insight.Coverage;
import dev.rebound.report.RequestText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Which hours of which feed are held: one strip a feed and kind of events, one cell an hour of the chosen day (UTC, as
 * the paths of exports count), and beneath the sentence that asks for each missing file.
 */
final class CoverageView extends BorderPane {
    private static final int FIRST_HOUR = 2;

    private final Desk desk;
    private final Choice<LocalDate> day;
    private final TableView<Coverage.Strip> strips = new TableView<>();
    private final VBox requests = new VBox(6);

    CoverageView(Desk desk) {
        this.desk = desk;
        day = new Choice<>(
                desk.text("coverage.day"),
                List.of(),
                d -> desk.formats().day(d.atStartOfDay(desk.formats().zone()).toInstant()));
        day.setId("coverage-day");
        strips.setId("coverage");
        strips.setFixedCellSize(28);
        strips.getStyleClass().addAll(Styles.DENSE, "coverage");
        columns();
        strips.getSelectionModel().setCellSelectionEnabled(true);
        strips.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                TablePosition<?, ?> at = strips.getFocusModel().getFocusedCell();
                int hour = at.getColumn() - FIRST_HOUR;
                if (at.getRow() >= 0 && hour >= 0) {
                    HourCell.open(desk, strips.getItems().get(at.getRow()), hourOf(hour));
                }
                e.consume();
            }
        });
        requests.getStyleClass().add("requests");
        ScrollPane scroll = new ScrollPane(requests);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(196);
        scroll.setMinHeight(120);
        scroll.getStyleClass().add("details");
        VBox.setVgrow(strips, Priority.ALWAYS);
        setCenter(new VBox(8, bar(), strips, scroll));
        day.valueProperty().addListener((o, before, now) -> {
            strips.refresh();
            showHole();
        });
        desk.picture().addListener((o, before, now) -> show(now.coverage()));
        show(desk.picture().getValue().coverage());
    }

    private WrappingLine bar() {
        Label name = new Label(desk.text("coverage.day"));
        name.setLabelFor(day);
        name.setMinWidth(USE_PREF_SIZE);
        return new WrappingLine(
                8,
                name,
                day,
                WrappingLine.spring(),
                key(Coverage.Status.PRESENT),
                key(Coverage.Status.PARTIAL),
                key(Coverage.Status.MISSING),
                key(null));
    }

    private Label key(Coverage.@Nullable Status status) {
        Label label = new Label(
                desk.text("coverage.status." + (status == null ? "quiet" : status.code())), new HourMark(status));
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void columns() {
        ColumnFit.of(strips);
        strips.getColumns().add(Columns.text(desk.text("coverage.feed"), 136, Coverage.Strip::feed));
        strips.getColumns()
                .add(Columns.text(
                        desk.text("coverage.kind"),
                        144,
                        s -> desk.text("kind." + s.kind().name().toLowerCase(Locale.ROOT))));
        for (int hour = 0; hour < 24; hour++) {
            int number = hour;
            TableColumn<Coverage.Strip, Coverage.Strip> column = new TableColumn<>("%02d".formatted(hour));
            column.getStyleClass().add("hour-column");
            column.setPrefWidth(31);
            column.setMinWidth(29);
            column.setSortable(false);
            column.setResizable(false);
            column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
            column.setCellFactory(c -> new HourCell(desk, s -> hourOf(number)));
            strips.getColumns().add(column);
        }
    }

    private @Nullable Instant hourOf(int hour) {
        LocalDate shown = day.getValue();
        return shown == null ? null : shown.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    /** Among many feeds the hour that is missing on the day may lie out of sight: its strip is brought to the top. */
    private void showHole() {
        LocalDate shown = day.getValue();
        strips.getItems().stream()
                .filter(s -> s.holes().keySet().stream()
                        .anyMatch(h -> LocalDate.ofInstant(h, ZoneOffset.UTC).equals(shown)))
                .findFirst()
                .ifPresent(s -> AfterLayout.run(() -> strips.scrollTo(s)));
    }

    private void show(Coverage coverage) {
        TreeSet<LocalDate> days = new TreeSet<>();
        coverage.strips().forEach(s -> {
            s.events().keySet().forEach(h -> days.add(LocalDate.ofInstant(h, ZoneOffset.UTC)));
            s.holes().keySet().forEach(h -> days.add(LocalDate.ofInstant(h, ZoneOffset.UTC)));
        });
        LocalDate before = day.getValue();
        day.getItems().setAll(days.descendingSet());
        LocalDate first = coverage.requests().stream()
                .map(h -> LocalDate.ofInstant(h.from(), ZoneOffset.UTC))
                .max(LocalDate::compareTo)
                .orElse(days.isEmpty() ? null : days.last());
        day.setValue(before != null && days.contains(before) ? before : first);
        strips.getItems().setAll(coverage.strips());
        showHole();
        strips.setPlaceholder(new Blank(
                "mdi2d-database-off-outline", desk.text("activity.empty.nodata"), desk.text("coverage.empty")));
        requests.getChildren().clear();
        if (coverage.strips().isEmpty()) {
            return;
        }
        List<Coverage.Hole> holes = coverage.requests();
        if (holes.isEmpty() && !desk.picture().getValue().hasSends()) {
            Label noSends = new Label(desk.text("campaigns.nosends.sentence"), new FontIcon("mdi2a-alert-outline"));
            noSends.setId("no-sends");
            noSends.setWrapText(true);
            noSends.getStyleClass().add(Styles.WARNING);
            requests.getChildren().add(noSends);
            return;
        }
        if (holes.isEmpty()) {
            Label whole = new Label(desk.text("coverage.whole"), new FontIcon("mdi2c-check-bold"));
            whole.getStyleClass().add(Styles.SUCCESS);
            requests.getChildren().add(whole);
            return;
        }
        List<String> sentences = holes.stream().map(this::sentence).toList();
        Button all = Buttons.of("mdi2c-content-copy", desk.text("coverage.copyall"), () -> copy(sentences));
        all.setId("copy-requests");
        Label heading = new Label(desk.text("coverage.missing", desk.formats().count(holes.size())));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        WrappingLine top = new WrappingLine(8, heading, WrappingLine.spring(), all);
        requests.getChildren().add(top);
        for (int i = 0; i < holes.size(); i++) {
            requests.getChildren().add(request(holes.get(i), sentences.get(i)));
        }
    }

    private String sentence(Coverage.Hole hole) {
        return RequestText.of(hole, desk.session().fileToAskFor(hole), desk.words());
    }

    private HBox request(Coverage.Hole hole, String sentence) {
        Label words =
                new Label(sentence, new HourMark(hole.partial() ? Coverage.Status.PARTIAL : Coverage.Status.MISSING));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = Buttons.icon(
                "mdi2c-calendar-search",
                desk.text("coverage.show"),
                () -> day.setValue(LocalDate.ofInstant(hole.from(), ZoneOffset.UTC)));
        Button copy = Buttons.of("mdi2c-content-copy", desk.text("coverage.copy"), () -> copy(List.of(sentence)));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.getStyleClass().addAll(Styles.SMALL, "copy-request");
        HBox line = new HBox(8, words, show, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void copy(List<String> sentences) {
        desk.copy(sentences.stream().collect(Collectors.joining("\n")));
        desk.notices().tell(desk.text("coverage.copied"));
    }
}
