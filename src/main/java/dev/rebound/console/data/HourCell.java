package dev.rebound.console.data;

import dev.rebound.console.kit.Desk;
import dev.rebound.insight.Coverage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    HourCell(Desk desk, Function<Coverage.Strip, @Nullable Instant> hour) {
        this.desk = desk;
        this.hour = hour;
        setAlignment(Pos.CENTER);
        setStyle("-fx-padding: 0;");
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
                desk.formats().count(strip.events().getOrDefault(at, 0L)),
                desk.text("coverage.status." + (status == null ? "quiet" : status.code())));
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
