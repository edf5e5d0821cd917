package dev.rebound.console.campaigns;

import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.GapGroup;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A number and its bar. The number stands first, so that no bar is read without it. */
final class BarCell extends TableCell<GapGroup, GapGroup> {
    private final Function<GapGroup, Place> rows;
    private final ToLongFunction<GapGroup> count;
    private final LongSupplier scale;
    private final CountLink number;
    private final Region bar = new Region();
    private final HBox line;

    BarCell(
            Desk desk,
            ToLongFunction<GapGroup> count,
            Function<GapGroup, Place> rows,
            String style,
            LongSupplier scale) {
        this.count = count;
        this.rows = rows;
        this.scale = scale;
        number = new CountLink(desk);
        number.setFocusTraversable(false);
        line = new HBox(6, number, bar);
        number.setMinWidth(62);
        number.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().addAll("table-bar", style);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable GapGroup g, boolean empty) {
        super.updateItem(g, empty);
        if (empty || g == null) {
            setGraphic(null);
            return;
        }
        long n = count.applyAsLong(g);
        number.show(n, rows.apply(g));
        double room = Math.max(0, getTableColumn().getWidth() - 92);
        double width = n <= 0 ? 0 : Math.max(1, room * n / scale.getAsLong());
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        setGraphic(line);
    }
}
