package dev.rebound.console.data;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.insight.Coverage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One hour of one strip. */
final class HourCell extends TableCell<Coverage.Strip, Coverage.Strip> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final Function<Coverage.Strip, @Nullable Instant> hour;

    /** A cell; pressed, it opens the events of its hour. */
    HourCell(Desk desk, Function<Coverage.Strip, @Nullable Instant> hour) {
        this.desk = desk;
        this.hour = hour;
        setAlignment(Pos.CENTER);
        setStyle("-fx-padding: 0;");
        setOnMouseClicked(e -> open(desk, getItem(), getItem() == null ? null : hour.apply(getItem())));
    }

    /** Opens the events of an hour, where there are any. */
    static void open(Desk desk, Coverage.@Nullable Strip strip, @Nullable Instant hour) {
        if (strip != null && hour != null && strip.events().containsKey(hour)) {
            desk.navigator().go(events(strip, hour));
        }
    }

    /** The events that an hour of a strip counts. */
    static Place.Activity events(Coverage.Strip strip, Instant hour) {
        Filter events = Filter.and(
                Filter.is(Field.SOURCE, strip.feed()),
                Filter.is(Field.KIND, strip.kind().name().toLowerCase(Locale.ROOT)),
                new Filter.Term(Field.TIME, new Match.Compare(Match.Operator.AT_LEAST, hour.toString())),
                new Filter.Term(
                        Field.TIME,
                        new Match.Compare(
                                Match.Operator.LESS,
                                hour.plus(1, ChronoUnit.HOURS).toString())));
        return new Place.Activity(events.toText(), true, Place.Activity.Grouping.NONE, null);
    }

    @Override
    protected void updateItem(Coverage.@Nullable Strip strip, boolean empty) {
        super.updateItem(strip, empty);
        Instant at = empty || strip == null ? null : hour.apply(strip);
        if (strip == null || at == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Coverage.Status status = strip.status(at);
        setGraphic(new HourMark(status));
        String words = desk.text(
                "coverage.cell",
                strip.feed(),
                CLOCK.format(at),
                strip.events().getOrDefault(at, 0L),
                desk.text("coverage.status." + (status == null ? "quiet" : status.code())));
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
