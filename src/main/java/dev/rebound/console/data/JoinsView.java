package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.column.Dictionary;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Splits;
import dev.rebound.domain.EventText;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.JoinReport;
import dev.rebound.insight.Picture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How much of each sending service's mail was found among the platform's sends, and what was not. */
final class JoinsView extends BorderPane {
    /** A message of a sending service without a send of the platform. */
    private record Open(
            ChainEvent event, String address, @Nullable String messageId) {}

    private final Desk desk;
    private final TableView<JoinReport.Source> sources = new TableView<>();
    private final TableView<Open> open = new TableView<>();
    private final Label heading = new Label();

    JoinsView(Desk desk) {
        this.desk = desk;
        sources.setId("joins");
        sources.setFixedCellSize(28);
        sources.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(sources);
        sources.getColumns().add(Columns.text(desk.text("joins.feed"), 200, JoinReport.Source::name));
        sources.getColumns().add(count("messages", 110, JoinReport.Source::messages, JoinsView::messages));
        sources.getColumns()
                .add(count("joined", 110, JoinReport.Source::joined, s -> Filter.and(messages(s), platforms())));
        sources.getColumns()
                .add(Columns.number(
                        desk.text("joins.rate"),
                        100,
                        JoinReport.Source::rate,
                        s -> desk.formats().percent(s.joined(), s.messages())));
        sources.getColumns().add(count("byid", 130, JoinReport.Source::byId, s -> with(s, FlagWord.JOINED_ID)));
        sources.getColumns().add(count("bytime", 180, s -> s.joined() - s.byId(), s -> with(s, FlagWord.JOINED_TIME)));
        sources.getColumns()
                .add(count(
                        "open",
                        130,
                        s -> s.unjoinedEvents().size(),
                        s -> Filter.and(messages(s), new Filter.Not(platforms()))));
        RowMenu.of(sources, desk);
        sources.setPlaceholder(
                new Blank("mdi2s-set-center", desk.text("joins.none"), desk.text("joins.none.sentence")));
        open();
        heading.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        VBox.setVgrow(open, Priority.ALWAYS);
        SplitPane both = new SplitPane(sources, new VBox(4, heading, open));
        both.setOrientation(Orientation.VERTICAL);
        Splits.remember(both, "data", desk.remembered(), 0.36);
        Label window = Sheet.sentence(desk.text(
                "joins.window", JoinReport.ACCEPTED_WITHIN.toMinutes(), JoinReport.ANSWERED_WITHIN.toHours()));
        window.getStyleClass().add(Styles.TEXT_MUTED);
        setCenter(new VBox(8, window, both));
        VBox.setVgrow(both, Priority.ALWAYS);
        sources.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> show(now));
        desk.picture().addListener((o, before, now) -> show(now));
        show(desk.picture().getValue());
    }

    private void open() {
        open.setId("not-joined");
        ColumnFit.of(open);
        RowMenu.of(open, desk);
        open.setFixedCellSize(28);
        open.getStyleClass().add(Styles.DENSE);
        open.getColumns()
                .addAll(List.of(
                        Columns.times(
                                desk,
                                desk.text("joins.time"),
                                150,
                                o -> o.event().time(),
                                at -> desk.formats().time(at)),
                        Columns.addresses(desk, desk.text("field.address"), 230, o -> o.address()),
                        Columns.text(
                                desk.text("joins.event"),
                                130,
                                o -> desk.text("kind." + o.event().kind().name().toLowerCase(Locale.ROOT))),
                        Columns.text(
                                desk.text("field.message_id"), 220, o -> o.messageId() == null ? "" : o.messageId()),
                        Columns.text(
                                desk.text("field.file"), 220, o -> o.event().file())));
        open.setPlaceholder(new Label(desk.text("joins.allfound")));
        open.setOnKeyPressed(e -> {
            Open chosen = open.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && chosen != null) {
                desk.navigator().go(Place.Activity.of(Filter.is(Field.ADDRESS, chosen.address())));
                e.consume();
            }
        });
    }

    private CountColumn<JoinReport.Source> count(
            String name,
            double width,
            ToLongFunction<JoinReport.Source> count,
            Function<JoinReport.Source, Filter> rows) {
        return new CountColumn<>(desk, desk.text("joins." + name), width, count, s -> Place.Activity.of(rows.apply(s)));
    }

    private static Filter with(JoinReport.Source source, FlagWord joined) {
        return Filter.and(messages(source), Filter.is(Field.FLAG, joined.word()));
    }

    private static Filter messages(JoinReport.Source source) {
        return Filter.is(Field.SOURCE, source.name());
    }

    /** Messages of which a platform tells. */
    private Filter platforms() {
        Picture picture = desk.picture().getValue();
        Set<String> services =
                picture.joins().sources().stream().map(JoinReport.Source::name).collect(Collectors.toSet());
        Dictionary sources = picture.events().dictionaries().sources();
        return new Filter.Or(IntStream.range(0, sources.size())
                .mapToObj(sources::value)
                .filter(s -> !services.contains(s))
                .map(s -> Filter.is(Field.SOURCE, s))
                .toList());
    }

    private void show(Picture picture) {
        sources.getItems().setAll(picture.joins().sources());
        if (!sources.getItems().isEmpty()) {
            sources.getSelectionModel().select(0);
        }
        show(sources.getSelectionModel().getSelectedItem());
    }

    private void show(JoinReport.@Nullable Source source) {
        heading.setText(source == null ? "" : desk.text("joins.notfound", source.name()));
        if (source == null) {
            open.setItems(FXCollections.observableArrayList());
            return;
        }
        Picture picture = desk.picture().getValue();
        List<Integer> rows = source.unjoinedEvents();
        open.setItems(FXCollections.observableList(new PagedRows<>(
                rows.size(),
                (offset, limit) -> rows.subList(offset, Math.min(rows.size(), offset + limit)).stream()
                        .map(row -> new Open(
                                picture.chainEvent(row),
                                picture.events()
                                        .dictionaries()
                                        .addresses()
                                        .value(picture.events().address(row)),
                                picture.events().textValue(EventText.MESSAGE_ID, row)))
                        .toList())));
    }
}
